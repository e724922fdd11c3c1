@echo off
rem Runs Backflow from its source tree: builds it on first use and when sources changed.
setlocal EnableExtensions
set "home=%~dp0"
if "%home:~-1%"=="\" set "home=%home:~0,-1%"

set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -version >nul 2>&1
if errorlevel 1 (
  echo backflow: no Java found: install a JDK 17 or newer, or set JAVA_HOME to one 1>&2
  exit /b 2
)
set "version=0"
for /f "tokens=3" %%v in ('""%java%" -version 2^>^&1 ^| findstr /i version"') do set "version=%%~v"
for /f "delims=.-+ tokens=1" %%v in ("%version%") do set "version=%%v"
if %version% LSS 17 (
  echo backflow: %java% is Java %version%: set JAVA_HOME to a JDK 17 or newer 1>&2
  exit /b 2
)

powershell -NoProfile -Command "$b='%home%\target\.built'; if (-not (Test-Path $b)) { exit 1 }; $t=(Get-Item $b).LastWriteTimeUtc; if (Get-ChildItem -Recurse -File '%home%\src\main','%home%\pom.xml' | Where-Object { $_.LastWriteTimeUtc -gt $t }) { exit 1 }; exit 0"
if not errorlevel 1 goto run
where mvn >nul 2>&1
if errorlevel 1 (
  echo backflow: no Maven found: install Maven 3.8 or newer and put mvn on the PATH 1>&2
  exit /b 2
)
echo backflow: building ^(first use, or sources changed^) 1>&2
pushd "%home%"
call mvn -B -q -Dmaven.test.skip=true package 1>&2
if errorlevel 1 (
  popd
  echo backflow: the build failed: see above 1>&2
  exit /b 2
)
popd
type nul > "%home%\target\.built"

:run
set "native="
if %version% GEQ 22 set "native=--enable-native-access=ALL-UNNAMED"
"%java%" %native% -XX:+UseSerialGC "-Dbackflow.home=%home%" -cp "%home%\target\classes;%home%\target\cli-lib\*" dev.backflow.cli.Main %*
exit /b %errorlevel%
