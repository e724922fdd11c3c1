package dev.backflow.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backflow.export.EvtxFile;
import dev.backflow.export.EvtxFile.Entry;
import dev.backflow.export.EvtxFile.Value;
import dev.backflow.export.Exports;
import dev.backflow.export.Framed;
import dev.backflow.export.RawRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A raw log file gives the events that its XML rendering gives. */
class EvtxEventsTest {
  @ParameterizedTest
  @CsvSource({"sysmon/event_xml.xml, evtx", "windows_security/event_xml.xml, evtx"})
  void a_raw_log_gives_the_events_of_its_xml(String golden, String rendering)
      throws IOException, SAXException, ParserConfigurationException {
    Path xml = Golden.ROOT.resolve(golden);
    List<Event> expected =
        Golden.events(xml).stream()
            // UserData is laid out by each provider's own template.
            .filter(e -> !List.of("1149", "21").contains(e.header().code()))
            .toList();
    List<Event> actual = new ArrayList<>();
    for (Framed framed : Exports.read(EvtxFile.of(entries(Files.readString(xml))))) {
      if (new Normalizer().normalize((RawRecord) framed) instanceof Normalized.Recognized r) {
        actual.add(r.event());
      }
    }
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.size(); i++) {
      assertThat(actual.get(i).header().id()).isEqualTo(expected.get(i).header().id());
      assertThat(actual.get(i).header().rendering()).isEqualTo(rendering);
      assertThat(actual.get(i))
          .usingRecursiveComparison()
          .ignoringFields("header.rendering", "header.position")
          .isEqualTo(expected.get(i));
    }
  }

  private static List<Entry> entries(String xml)
      throws IOException, SAXException, ParserConfigurationException {
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new java.io.StringReader("<all>" + xml + "</all>")))
            .getDocumentElement();
    List<Entry> entries = new ArrayList<>();
    for (Element event : elements(root, "Event")) {
      List<Element> data = elements(event, "Data");
      if (!data.isEmpty()) {
        entries.add(entry(event, data));
      }
    }
    return entries;
  }

  private static Entry entry(Element event, List<Element> data) {
    return new Entry(
        elements(event, "Provider").get(0).getAttribute("Name"),
        Integer.parseInt(text(event, "EventID")),
        Instant.parse(elements(event, "TimeCreated").get(0).getAttribute("SystemTime")),
        Long.parseLong(text(event, "EventRecordID")),
        text(event, "Channel"),
        text(event, "Computer"),
        data.stream().map(d -> Map.entry(d.getAttribute("Name"), value(d))).toList());
  }

  /** Gives values the types that the providers' manifests give them. */
  private static Value value(Element data) {
    String name = data.getAttribute("Name");
    String text = data.getTextContent();
    if (text.startsWith("{") && name.endsWith("Guid")) {
      return Value.guid(text.substring(1, text.length() - 1));
    }
    if (text.startsWith("0x") && name.endsWith("Id")) {
      return Value.hex64(Long.parseLong(text.substring(2), 16));
    }
    if (name.endsWith("ProcessId") || name.equals("ProcessID")) {
      return Value.u32(Long.parseLong(text));
    }
    if (name.endsWith("Port") && !text.equals("-")) {
      return Value.u16(Integer.parseInt(text));
    }
    return Value.text(text);
  }

  private static String text(Element event, String name) {
    return elements(event, name).get(0).getTextContent();
  }

  private static List<Element> elements(Element in, String name) {
    NodeList nodes = in.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
