package dev.backflow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In these lines what stands between « and » is to be masked. */
class RedactorTest {
  private final Redactor redactor =
      new Redactor("a key for tests".getBytes(StandardCharsets.UTF_8));

  private void check(String marked) {
    String line = marked.replace("«", "").replace("»", "");
    StringBuilder expected = new StringBuilder();
    int at = 0;
    for (int open = marked.indexOf('«'); open >= 0; open = marked.indexOf('«', at)) {
      expected.append(marked, at, open).append(Redactor.MASK);
      at = marked.indexOf('»', open) + 1;
    }
    expected.append(marked.substring(at));
    String redacted = redactor.redact(line).text();
    assertThat(redacted).isEqualTo(expected.toString());
    assertThat(redactor.redact(redacted).text()).as("redacted twice").isEqualTo(redacted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plink.exe -N -R 1:h:2 u@h -pw «s3cret»",
        "plink -pw «P@ss#w$r%d!(/» -R 1:h:2 u@h",
        "plink -pw \"«s3cret pass»\" -R 1:h:2 u@h",
        "plink -pw \"«a\\\"b c»\" -R 1:h:2 u@h",
        "plink -pw «-R» -N u@h",
        "plink \"-pw\" \"«x y»\" u@h",
        "plink -\"\"pw «xyz12» u@h",
        "plink -pw\t«xyz12»\tu@h",
        "PLINK.EXE -PW «xyz12» u@h",
        "putty.exe -load s -pw «xyz12»",
        "psftp -pw «xyz12» -pwfile C:\\keep\\pw.txt u@h",
        "C:\\Windows\\Temp\\ekern.exe -ssh -P 443 -l admin1 -pw «xyz12» -R 1:10.0.0.1:3389 h",
        "plink -proxycmd \"plink -pw «xyz12» p@h2 -nc %host:%port\" u@h",
        "plink -proxycmd \"curl --proxy http://pu:«xyz12»@proxy.example.com:8080 %host\" u@h",
        "plink -R 1:h:2 u:«xyz12»@h.example.com",
        "plink -R 1:h:2 u@h -pw «%pwd%»",
      })
  void passwords_of_the_putty_family_are_masked(String marked) {
    check(marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ssh -o \"ProxyCommand=sshpass -p «xyz12» ssh -W %h:%p j\" u@h",
        "ssh -o \"ProxyCommand plink -pw «xyz12» -nc %h:%p j\" u@h",
        "ssh -oProxyCommand=\"nc -x http://u:«p/w@x»@proxy.example.com:1080 %h %p\" u@h",
        "ssh -o \"ProxyCommand=ncat --proxy-auth u:«xyz12» --proxy p:1 %h %p\" u@h",
        "ssh -o SetEnv=API_TOKEN=«xyz12» u@h",
        "ssh -o \"SetEnv FOO=bar DB_PASSWORD=«xyz12»\" u@h",
        "sshpass -p «xyz12» ssh -R 1080 u@h",
        "sshpass -p«xyz12» ssh -R 1080 u@h",
        "sshpass -p «xyz12» ssh -p 2222 -R 1080 u@h",
        "sshpass -p '«x y»' ssh -R 1080 u@h",
        "SSHPASS=«xyz12» sshpass -e ssh -R 1080 u@h",
        "wsl sshpass -p «xyz12» ssh -R 1080 u@h",
        "wsl env SSHPASS=«xyz12» sshpass -e ssh u@h",
        "ssh-keygen -t rsa -f k -N «xyz12»",
        "ssh u@h \"mysql -uroot -p«xyz12» -e 1\"",
        "ssh ssh://u:«xyz12»@h:2222 -R 1080",
      })
  void secrets_of_openssh_lines_are_masked(String marked) {
    check(marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cmd /c \"plink -pw \"«x y»\" -R 1:h:2 u@h\"",
        "cmd /c plink -p^w «x^&y12» -R 1:h:2 u@h",
        "cmd.exe /Q /c plink -pw «xyz12» u@h 1> \\\\127.0.0.1\\ADMIN$\\__17 2>&1",
        "echo y|plink -pw «xyz12» -R 1:h:2 u@h",
        "echo «xyz12» | plink -R 1:h:2 u@h",
        "cmd /c \"echo «xyz 12»| C:\\t\\ekern.exe -ssh -R 1:h:2 u@h\"",
        "cmd /c echo.«xyz12»|cmd /c plink u@h",
        "powershell -c \"'«xyz12»' | plink u@h\"",
        "powershell -c \"plink -pw '«x y»' -R 1:h:2 u@h\"",
        "powershell -c \"& plink '-pw' '«x''y z»' u@h\"",
        "powershell Start-Process plink -ArgumentList '-pw','«xyz12»','-R','1:h:2','u@h'",
        "powershell Start-Process plink -ArgumentList '-pw «xyz12» -R 1:h:2 u@h'",
        "set \"pwd=«xyz12»\" & plink -pw «%pwd%» u@h",
        "cmd /v /c \"set X1=«xyz12»& plink -pw «!X1!» u@h\"",
        "powershell -c \"$p = '«x y12»'; plink -pw «$p» u@h\"",
        "powershell -c \"$password='«xyz12»'; Get-Date\"",
        "<nul set /p=«xyz12»|plink u@h",
        "cmd /c <nul set /p \"=«xyz12»\"|plink u@h",
        "schtasks /create /tn t /tr \"plink -pw «xyz12» -R 1:h:2 u@h\" /ru u /rp «abc34»",
        "schtasks /create /tn t /tr \"plink -pw \\\"«x y»\\\" -R 1:h:2 u@h\" /sc onlogon",
        "sc.exe create s binPath= \"plink -pw «xyz12» u@h\" obj= D\\u password= «abc34»",
        "sc config s password=«abc34»",
        "nssm set s ObjectName D\\u «abc34»",
        "nssm install s plink.exe -pw «xyz12» -R 1:h:2 u@h",
        "nssm set s AppParameters \"-pw «xyz12» -R 1:h:2 u@h\"",
        "wmic /node:h /user:u /password:«abc34» process call create \"plink -pw «xyz12» u@h\"",
        "wmic /node:h /user:u /password:\"«a c»\" os get name",
        "forfiles /c \"cmd /c plink -pw «xyz12» u@h\"",
        "mshta vbscript:CreateObject(\"WScript.Shell\").Run(\"plink -pw «xyz12» u@h\",0)(close)",
        "psexec \\\\h -u D\\u -p «abc34» cmd /c plink -pw «xyz12» u@h",
        "psexec \\\\h -u D\\u -p «abc34» -s ssh -p 443 -R 1080 u@h",
        "python -c \"import os; os.system('plink -pw «xyz12» u@h')\"",
        "node -e \"spawn('plink',['-pw','«xyz12»','u@h'])\"",
      })
  void secrets_inside_wrappers_are_masked(String marked) {
    check(marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "net use Z: \\\\h\\share «abc34» /user:D\\u /persistent:no",
        "net use \\\\h\\ipc$ /user:u «abc34»",
        "net use \\\\h\\ipc$ \"«a c»\" /user:u",
        "net.exe user helper «abc34» /add",
        "net1 user helper «/abc34» /add /active:yes",
        "curl -u u:«abc34» https://h.example.com/f",
        "curl.exe -uu:«abc34» https://h.example.com/f",
        "curl --user \"u:«a c»\" https://u2:«x@y/z»@h.example.com/f",
        "curl -H x --proxy-user u:«abc34» h",
        "git clone https://«ghp0abcdefghijklmnopqrstuv»@git.example.com/a/b",
        "git clone https://u:«abc34»@git.example.com:8443/a/b.git",
        "powershell -c \"ConvertTo-SecureString '«a c»' -AsPlainText -Force\"",
        "powershell -c \"ConvertTo-SecureString -String «abc34» -AsPlainText -Force\"",
        "powershell -c \"New-Object PSCredential('u',(ConvertTo-SecureString '«abc34»' -AsPlain))\"",
        "powershell -c \"New-Object Net.NetworkCredential('u','«abc34»')\"",
        "powershell Register-ScheduledTask T -User u -Password '«a c»' -Action $a",
        "cmdkey /add:h /user:u /pass:«abc34»",
        "runner --password «abc34» --token=«x/y=z» --no-password yes",
        "tool \"Server=h;User=u;Password=«abc34»;Timeout=3\"",
        "reg add \"HKLM\\x\" /v DefaultPassword /t REG_SZ /d «abc34» /f",
        "mstsc http://h.example.com/?token=«abc34»&x=1",
        "python \"unclosed -pw «abc34»",
        "plink \"-pw «abc34» -R 1:h:2 u@h",
        "x 'plink' '-pw' '«a c»' u@h",
        "x -pw \\\"«a c»\\\" u@h"
      })
  void secrets_of_other_programs_and_of_lines_no_grammar_reads_are_masked(String marked) {
    check(marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "ssh -N -R 8080:localhost:80 u@h.example.com",
        "ssh -o PasswordAuthentication=no -o NumberOfPasswordPrompts=1 u@h",
        "ssh -o PreferredAuthentications=password,publickey u@h",
        "ssh ssh://u@h.example.com:2222/ -R 1080",
        "plink -pwfile C:\\scripts\\pw.txt -N -R 1:h:2 u@h",
        "plink -i \"C:\\keys\\pw key.ppk\" -l admin h",
        "cmd /c echo y | plink -R 1:h:2 u@h",
        "echo hello | find \"x\"",
        "powershell -NoProfile -ExecutionPolicy Bypass -File x.ps1 -PassThru",
        "powershell -c \"Start-Process ssh '-R 1080 u@h' -PassThru\"",
        "git clone git@git.example.com:a/b.git C:\\Users\\u@d\\x",
        "mshta javascript:x.Run(\"ssh%20u@h\")",
        "npm install https://h.example.com:8443/@scope/pkg",
        "net use Z: \\\\h\\share /user:u *",
        "net use",
        "psexec \\\\h -s ssh -p 443 -R 1080 u@h",
        "wsl sshpass -e ssh -p 2222 -R 1080 u@h",
        "ansible --private-key C:\\keys\\id --credentials C:\\c.json",
        "net user helper /delete",
        "net start sshd",
        "schtasks /create /tn t /tr \"ssh -R 1080 u@h\" /ru SYSTEM /rp *",
        "C:\\Windows\\System32\\svchost.exe -k netsvcs -p -s Schedule",
        "cmd /c set PATH=C:\\x;%PATH% & ssh -R 1080 u@h",
        "curl -u u https://h.example.com/a:b",
        "ssh -R 0.0.0.0:8080:localhost:80 -L 1:h:2 u@h",
      })
  void lines_without_a_secret_stay_as_they_are(String line) {
    Redacted redacted = redactor.redact(line);
    assertThat(redacted.text()).isEqualTo(line);
    assertThat(redacted.secrets()).isEmpty();
  }

  @Test
  void an_encoded_command_is_shown_decoded_and_redacted() {
    String script = "plink -pw 'x y12' -R 1:h:2 u@h";
    String encoded = Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_16LE));
    Redacted redacted = redactor.redact("powershell -nop -enc " + encoded + " -x");
    assertThat(redacted.text())
        .isEqualTo("powershell -nop -enc [decoded: plink -pw '[REDACTED]' -R 1:h:2 u@h] -x");
    assertThat(redacted.secrets()).hasSize(1);
    assertThat(redacted.secrets().get(0).position()).isEqualTo(21);
    assertThat(redacted.secrets().get(0).keyedHash())
        .isEqualTo(redactor.redact("plink -pw \"x y12\" h").secrets().get(0).keyedHash());
  }

  @Test
  void an_encoded_command_is_decoded_under_a_renamed_powershell_too() {
    String encoded =
        Base64.getEncoder().encodeToString("plink -pw zz99 h".getBytes(StandardCharsets.UTF_16LE));
    assertThat(redactor.redact("cmd /c posh.exe -EncodedCommand " + encoded).text())
        .isEqualTo("cmd /c posh.exe -EncodedCommand [decoded: plink -pw [REDACTED] h]");
  }

  @Test
  void what_a_script_decodes_itself_is_shown_decoded_and_redacted() {
    String encoded =
        Base64.getEncoder().encodeToString("plink -pw zz99 h".getBytes(StandardCharsets.UTF_8));
    assertThat(
            redactor
                .redact("powershell -c \"iex ([Convert]::FromBase64String('" + encoded + "'))\"")
                .text())
        .isEqualTo(
            "powershell -c \"iex ([Convert]::FromBase64String('[decoded: plink -pw [REDACTED]"
                + " h]'))\"");
  }

  @Test
  void a_secret_is_recognised_again_whatever_its_quoting() {
    String plain = hash("plink -pw a&b1 h");
    assertThat(plain).matches("[0-9a-f]{64}");
    assertThat(hash("cmd /c plink -pw a^&b1 h")).isEqualTo(plain);
    assertThat(hash("powershell -c \"plink -pw 'a&b1' h\"")).isEqualTo(plain);
    assertThat(hash("plink -pw a&b2 h")).isNotEqualTo(plain);
    assertThat(new Redactor().redact("plink -pw a&b1 h").secrets().get(0).keyedHash()).isNull();
  }

  private String hash(String line) {
    List<Secret> secrets = redactor.redact(line).secrets();
    assertThat(secrets).hasSize(1);
    return secrets.get(0).keyedHash();
  }

  @Test
  void a_secret_names_its_place_and_bearer_and_never_itself() {
    Secret secret = redactor.redact("plink -pw hunter22 h").secrets().get(0);
    assertThat(secret.position()).isEqualTo(10);
    assertThat(secret.bearer()).isEqualTo("-pw");
    assertThat(secret.toString()).isEqualTo("Secret[-pw at 10]").doesNotContain("hunter22");
  }

  @Test
  void a_secret_is_masked_elsewhere_on_its_line() {
    assertThat(redactor.redact("x.exe hunter22 & plink -pw hunter22 h").text())
        .isEqualTo("x.exe [REDACTED] & plink -pw [REDACTED] h");
  }

  @Test
  void a_known_secret_is_masked_in_other_texts() {
    List<Secret> secrets = redactor.redact("plink -pw P@ss h & plink -pw hunter22 h").secrets();
    assertThat(Redactor.maskEverywhere("run.bat P@ss xhunter22x", secrets))
        .isEqualTo("run.bat [REDACTED] x[REDACTED]x");
    assertThat(Redactor.maskEverywhere("xP@ssx", secrets)).isEqualTo("xP@ssx");
  }

  @Test
  void a_password_that_is_a_plain_word_does_not_hide_the_record() {
    Redacted redacted = redactor.redact("plink.exe 192.0.2.18 -R 1:h:2 -l test -pw test");
    assertThat(redacted.text()).isEqualTo("plink.exe 192.0.2.18 -R 1:h:2 -l test -pw [REDACTED]");
    assertThat(Redactor.maskEverywhere("latest test", redacted.secrets())).isEqualTo("latest test");
  }
}
