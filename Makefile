# sam build calls build-<function>: the package that Maven assembled and tested is what is deployed.
# (SAM's own Maven workflow would pack the command line's libraries too.)

PACKAGE = target/backflow-lambda.zip

build-ExportFunction build-StreamFunction build-NotifyFunction: unpack

.PHONY: unpack build-ExportFunction build-StreamFunction build-NotifyFunction
unpack:
	@test -f $(PACKAGE) || { echo "$(PACKAGE) is missing: run mvn package first" >&2; exit 1; }
	cd "$(ARTIFACTS_DIR)" && jar xf "$(CURDIR)/$(PACKAGE)"
