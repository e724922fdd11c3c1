package dev.backflow.telemetry.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlPullTest {
  private static WindowsEvent parse(String xml) throws UnreadableRecordException {
    return EventXml.parse(xml, "x");
  }

  private static String event(String data) {
    return "<Event><System><Provider Name='P'/><EventID>1</EventID></System><EventData>"
        + data
        + "</EventData></Event>";
  }

  @Test
  void entities_and_character_data_are_text() throws UnreadableRecordException {
    WindowsEvent e =
        parse(
            event(
                "<Data Name='a'>&lt;&gt;&amp;&quot;&apos;&#x41;&#66;</Data>"
                    + "<Data Name=\"b\">x<![CDATA[<y>&amp;]]>z</Data><Data Name='c'>1<!-- 2 -->3</Data>"));
    assertThat(e.data().text("a")).isEqualTo("<>&\"'AB");
    assertThat(e.data().text("b")).isEqualTo("x<y>&amp;z");
    assertThat(e.data().text("c")).isEqualTo("13");
  }

  @Test
  void empty_values_are_absent() throws UnreadableRecordException {
    WindowsEvent e = parse(event("<Data Name='a'/><Data Name='b'></Data><Data Name='c'>-</Data>"));
    assertThat(e.data().text("a")).isNull();
    assertThat(e.data().text("b")).isNull();
    assertThat(e.value("c")).isNull();
  }

  @Test
  void what_stands_around_the_data_does_not_get_into_it() throws UnreadableRecordException {
    WindowsEvent e =
        parse(
            "<?xml version='1.0'?><e:Event xmlns:e='n'><e:System/><System><Provider Name='P'/>"
                + "<EventID Qualifiers='1'>7</EventID><Channel>C</Channel></System><Other><a><b/>"
                + "</a></Other><EventData><Data Name='x'>1</Data></EventData><RenderingInfo>"
                + "<Channel>wrong</Channel><EventData><Data Name='x'>wrong</Data></EventData>"
                + "</RenderingInfo></e:Event>");
    assertThat(e.provider()).isEqualTo("P");
    assertThat(e.code()).isEqualTo("7");
    assertThat(e.channel()).isEqualTo("C");
    assertThat(e.data().text("x")).isEqualTo("1");
  }

  @Test
  void the_leaves_of_user_data_are_values() throws UnreadableRecordException {
    WindowsEvent e =
        parse(
            "<Event><System/><UserData><EventXML xmlns='n'><User>a\\b</User><Address>::1</Address>"
                + "</EventXML></UserData></Event>");
    assertThat(e.data().text("User")).isEqualTo("a\\b");
    assertThat(e.data().text("Address")).isEqualTo("::1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "<a/>",
        "<Event/>",
        "<Event>",
        "<Event><System>",
        "<Event><System><a b></System></Event>",
        "<Event><System><a b=c/></System></Event>",
        "<Event><System><a b='c</System></Event>",
        "<Event><EventData><Data>&nbsp;</Data></EventData></Event>",
        "<Event><EventData><Data>&amp</Data></EventData></Event>",
        "<Event><EventData><Data>&#xFFFFFFF;</Data></EventData></Event>",
        "<Event><EventData><Data>&#;</Data></EventData></Event>",
        "<!DOCTYPE x><Event><System/></Event>",
        "<Event><!DOCTYPE x><System/></Event>",
        "<Event><System></System></Event",
        "<Event><System/><EventData><Data><![CDATA[x</Data></EventData></Event>"
      })
  void broken_xml_is_unreadable(String xml) {
    assertThatThrownBy(() -> parse(xml)).isInstanceOf(UnreadableRecordException.class);
  }

  @Test
  void nesting_ends_somewhere() {
    assertThatThrownBy(() -> parse(event("<a>".repeat(5_000))))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessageContaining("nested deeper");
  }
}
