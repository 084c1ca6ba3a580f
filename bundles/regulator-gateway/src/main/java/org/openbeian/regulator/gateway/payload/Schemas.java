package org.openbeian.regulator.gateway.payload;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.stax.StAXSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.openbeian.regulator.gateway.wire.XmlInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The XML schemas of the interface V3.0, with its known slips mended, and of X.1.0, which lets our extension follow the records of
 * subjects and services. Thread-safe; the schemas are read when first used.
 */
public final class Schemas {
    private static final int MOST_ERRORS = 20;

    private Schemas() {
    }

    private static final class Upload {
        static final Schema SCHEMA = load("upload-v3.0.xsd");
    }

    private static final class ExtendedUpload {
        static final Schema SCHEMA = extended("upload-v3.0.xsd", "Zt_xx|Zt_xx-3|Wz_xx|Wz_xx-2|Wz_xx-4");
    }

    private static final class ExtendedDownload {
        static final Schema SCHEMA = extended("download-v3.0.xsd", "Wz_xx");
    }

    private static final class Download {
        static final Schema SCHEMA = load("download-v3.0.xsd");
    }

    /**
     * Holds {@code UploadData} against its schema.
     *
     * @param document the decoded document
     * @return what is wrong, at most {@value #MOST_ERRORS} messages; empty if it is valid
     */
    public static List<String> uploadErrors(String document) {
        return errors(isExtended(document) ? ExtendedUpload.SCHEMA : Upload.SCHEMA, document);
    }

    /** Holds {@code DownloadData} against its schema, as {@link #uploadErrors}. */
    public static List<String> downloadErrors(String document) {
        return errors(isExtended(document) ? ExtendedDownload.SCHEMA : Download.SCHEMA, document);
    }

    /** Whether a document says that it is one of X.1.0. */
    public static boolean isExtended(String document) {
        try {
            return Extension.VERSION.equals(XmlInput.open(document).getAttributeValue(null, "version"));
        } catch (XMLStreamException e) {
            return false;
        }
    }

    private static List<String> errors(Schema schema, String document) {
        Collector collector = new Collector();
        try {
            Validator validator = schema.newValidator();
            validator.setErrorHandler(collector);
            validator.validate(new StAXSource(XmlInput.open(document)));
        } catch (SAXException | XMLStreamException | java.io.IOException e) {
            collector.add(e.getMessage());
        }
        return collector.errors;
    }

    private static Schema load(String name) {
        return compile(text(name));
    }

    /** The schema of V3.0 with room for one element of the extension at the end of some types. */
    private static Schema extended(String name, String types) {
        return compile(Pattern.compile("(<xs:complexType name=\"(?:" + types + ")\">\\s*<xs:sequence>.*?)(</xs:sequence>)",
            Pattern.DOTALL).matcher(text(name)).replaceAll("$1<xs:any namespace=\"" + Extension.NAMESPACE
                + "\" minOccurs=\"0\"/>$2"), text("extension-1.xsd"));
    }

    private static String text(String name) {
        try (java.io.InputStream in = Schemas.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new IllegalStateException("the schema " + name + " of this bundle cannot be read", e);
        }
    }

    private static Schema compile(String... texts) {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, false);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newSchema(Arrays.stream(texts).map(text -> new StreamSource(new StringReader(text)))
                .toArray(StreamSource[]::new));
        } catch (SAXException e) {
            throw new IllegalStateException("a schema of this bundle cannot be read", e);
        }
    }

    private static final class Collector implements ErrorHandler {
        private final List<String> errors = new ArrayList<>();

        @Override
        public void warning(SAXParseException exception) {
            // a warning does not make a document invalid
        }

        @Override
        public void error(SAXParseException exception) {
            add(exception.getMessage());
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }

        private void add(String message) {
            if (errors.size() < MOST_ERRORS) {
                errors.add(message);
            }
        }
    }
}
