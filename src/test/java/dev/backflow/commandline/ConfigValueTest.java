package dev.backflow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One bad value ends ssh before it connects: each of these was asked of ssh -G 9.2. */
class ConfigValueTest {

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "BatchMode=yes", "BatchMode=TRUE", "StrictHostKeyChecking=accept-new",
        "StrictHostKeyChecking=off", "VerifyHostKeyDNS=ask", "Compression=yes",
        "AddressFamily=inet6", "ControlMaster=autoask", "Tunnel=ethernet",
        "RequestTTY=force", "SessionType=none", "CanonicalizeHostname=no",
        "PubkeyAuthentication=unbound", "ConnectTimeout=none", "ConnectTimeout=1h",
        "ServerAliveCountMax=3", "Port=22", "Port=ssh",
        "User=bob", "User='a b'", "HostKeyAlias=x",
        "BindAddress=10.0.0.2", "CertificateFile=c", "IdentityFile=k",
        "UserKnownHostsFile=a b c", "UserKnownHostsFile=none", "LogVerbose=kex.c:*:1000",
        "Ciphers=aes128-ctr", "Ciphers=+3des-cbc", "Ciphers=^aes128-ctr",
        "Ciphers=-nothing*", "Ciphers=aes128-ctr,", "Ciphers=,aes128-ctr",
        "MACs=hmac-sha1", "MACs=+hmac-md5", "KexAlgorithms=curve25519-sha256",
        "HostKeyAlgorithms=ssh-rsa", "HostKeyAlgorithms=+ssh-*", "PubkeyAcceptedKeyTypes=+ssh-dss",
        "CASignatureAlgorithms=rsa-sha2-512", "LogLevel=DEBUG3", "LogLevel=debug",
        "SyslogFacility=AUTH", "EscapeChar=~", "EscapeChar=^a",
        "EscapeChar=none", "EscapeChar=^", "SendEnv=LANG LC_*",
        "SendEnv=-LANG", "SetEnv=A=b C=d", "ControlPersist=yes",
        "ControlPersist=10m", "TunnelDevice=0", "TunnelDevice=any:1",
        "IPQoS=af21", "IPQoS=ef none", "IPQoS=0x20",
        "CanonicalDomains=example.com", "CanonicalDomains=none", "StreamLocalBindMask=0177",
        "FingerprintHash=md5", "AddKeysToAgent=yes", "AddKeysToAgent=confirm 5m",
        "AddKeysToAgent=1h", "IdentityAgent=none", "IdentityAgent=$SSH_AUTH",
        "ForwardAgent=yes", "ForwardAgent=$SOCK", "RekeyLimit=default",
        "RekeyLimit=1G 1h", "RekeyLimit=16", "RekeyLimit=0",
        "RekeyLimit=1K none", "PermitRemoteOpen=any", "PermitRemoteOpen=none",
        "PermitRemoteOpen=h:80 g:*", "LocalForward=1 a:2", "DynamicForward=1080",
        "Protocol=1", "Cipher=x y z", "CompressionLevel=6",
        "RhostsRSAAuthentication=yes", "ProxyJump=a,b", "ProxyJump=none",
        "RemoteCommand=a b", "ForwardX11Timeout=20m", "XAuthLocation=/x",
        "KbdInteractiveDevices=bsdauth", "PreferredAuthentications=password",
            "RequiredRSASize=1024",
        "EnableEscapeCommandline=yes", "UpdateHostKeys=ask", "KeepAlive=no",
        "SkeyAuthentication=no", "DSAAuthentication=host-bound", "IgnoreUnknown=a,b",
        "ProxyUseFdpass=no", "RevokedHostKeys=f", "StdinNull=yes",
        "ForkAfterAuthentication=no"
      })
  void ssh_accepts(String option) {
    assertThat(outcome(option)).isEqualTo(Outcome.CONNECTS);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "BatchMode=on",
        "BatchMode",
        "BatchMode=yes no",
        "StrictHostKeyChecking=maybe",
        "VerifyHostKeyDNS=off",
        "Compression=true",
        "AddressFamily=ipv6",
        "ControlMaster=never",
        "Tunnel=maybe",
        "RequestTTY=always",
        "SessionType=shell",
        "PubkeyAuthentication=ask",
        "ConnectTimeout=NONE",
        "ConnectTimeout=1x",
        "ServerAliveInterval=-1",
        "ServerAliveCountMax=0x3",
        "NumberOfPasswordPrompts=99999999999",
        "Port=0",
        "Port=65536",
        "User=a b",
        "User=",
        "User=\"\"",
        "UserKnownHostsFile=a none",
        "UserKnownHostsFile=\"\"",
        "GlobalKnownHostsFile=none a",
        "LogVerbose=none x",
        "Ciphers=blowfish-cbc",
        "MACs=hmac-ripemd160",
        "KexAlgorithms=+x",
        "HostKeyAlgorithms=no-such*",
        "LogLevel=LOUD",
        "SyslogFacility=MAIL",
        "EscapeChar=ab",
        "SendEnv=A=b",
        "SetEnv=A",
        "ControlPersist=YES",
        "ControlPersist=x",
        "TunnelDevice=a:b",
        "IPQoS=256",
        "IPQoS=af21 af22 af23",
        "CanonicalDomains=a none",
        "CanonicalDomains=-a",
        "CanonicalDomains=a..b",
        "StreamLocalBindMask=8",
        "StreamLocalBindMask=1777",
        "FingerprintHash=sha999",
        "AddKeysToAgent=ask 5m",
        "AddKeysToAgent=x",
        "IdentityAgent=$a-b",
        "IdentityAgent=${",
        "ForwardAgent=$a-b",
        "RekeyLimit=15",
        "RekeyLimit=x",
        "PermitRemoteOpen=h",
        "PermitRemoteOpen=h:0",
        "PermitRemoteOpen=any h:1",
        "LocalForward=1",
        "LocalForward=0 a:2",
        "DynamicForward=1080 x",
        "DynamicForward=0",
        "Host=h",
        "Match=all",
        "Include=f",
        "ProxyJump=@",
        "RemoteCommand=a 'b",
        "NoSuch=1",
        "GSSAPIAuthentication=maybe",
        "RequiredRSASize=x",
        "HashKnownHosts=perhaps"
      })
  void ssh_refuses(String option) {
    assertThat(outcome(option)).isInstanceOf(Outcome.Refuses.class);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "Tag=x",
        "ObscureKeystrokeTiming=interval:80",
        "ChannelTimeout=session=5m",
        "WarnWeakCrypto=no-pq-kex",
        "KexAlgorithms=mlkem768x25519-sha256"
      })
  void what_only_newer_clients_know_is_accepted_for_a_record_does_not_tell_the_version(
      String option) {
    assertThat(outcome(option)).isEqualTo(Outcome.CONNECTS);
  }

  private static Outcome outcome(String option) {
    return ClientGrammar.ssh(List.of("ssh", "-o", option, "h"), null).outcome();
  }
}
