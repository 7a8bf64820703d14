package whence.data.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import whence.WhenceException;

/**
 * An element of a small XML file. A file that declares a document type is refused, so that no
 * entity is ever resolved; so are files that are large or deeply nested.
 *
 * @param name the tag
 * @param text the characters directly inside, joined
 * @param children in order
 */
record XmlElement(String name, StringBuilder text, List<XmlElement> children) {

  private static final long LARGEST_BYTES = 1 << 20;
  private static final int DEEPEST = 32;

  /**
   * Reads a file's root element.
   *
   * @throws WhenceException if it cannot be read or is not such a file
   */
  static XmlElement read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      if (Files.size(file) > LARGEST_BYTES) {
        throw refusal(file, Files.size(file) + " bytes", null);
      }
      XMLStreamReader reader = factory().createXMLStreamReader(in);
      try {
        return root(reader, file);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      String reason = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
      throw refusal(file, reason, e);
    } catch (IOException e) {
      throw refusal(file, e.toString(), e);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  private static XmlElement root(XMLStreamReader reader, Path file) throws XMLStreamException {
    XmlElement document = new XmlElement("", new StringBuilder(), new ArrayList<>());
    Deque<XmlElement> open = new ArrayDeque<>(List.of(document));
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw refusal(file, "a document type or an entity", null);
        case XMLStreamConstants.START_ELEMENT -> {
          if (open.size() > DEEPEST) {
            throw refusal(file, "elements nested deeper than " + DEEPEST, null);
          }
          XmlElement element =
              new XmlElement(reader.getLocalName(), new StringBuilder(), new ArrayList<>());
          open.element().children.add(element);
          open.push(element);
        }
        case XMLStreamConstants.END_ELEMENT -> open.pop();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            open.element().text.append(reader.getText());
        default -> {}
      }
    }
    return document.children.get(0);
  }

  private static WhenceException refusal(Path file, String got, @Nullable Throwable cause) {
    String what = "Cannot read the annotation " + file;
    String expected =
        "well-formed XML without document type and entities, at most " + LARGEST_BYTES + " bytes";
    String cure = "fetch the file again, or take the document type out of it";
    return cause == null
        ? new WhenceException(what, got, expected, cure)
        : new WhenceException(what, got, expected, cure, cause);
  }
}
