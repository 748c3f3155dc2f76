package candor.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import candor.store.failure.StoreUnavailable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** One question to a service that speaks the AWS Query protocol: a form in, XML out. */
record SignedQuery(SignedHttp http) {

    /**
     * The answer.
     *
     * @param parameters Action and Version among them
     * @param subject what is asked for, in messages
     */
    Document ask(SortedMap<String, String> parameters, String subject) {
        TreeMap<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
        try {
            return read(http.post(headers, form(parameters)), subject);
        } catch (SdkClientException e) {
            throw AwsErrors.of(e, subject, http.region());
        } catch (IOException e) {
            throw new StoreUnavailable(
                    subject + ": " + http.service() + " does not answer at " + http.endpoint() + " ("
                            + e.getClass().getSimpleName()
                            + "); check network, region and --endpoint-url, and try again",
                    e);
        }
    }

    private static byte[] form(SortedMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(UTF_8);
    }

    private Document read(SignedHttp.Answer answer, String subject) throws IOException {
        int status = answer.status();
        Document document;
        try {
            document = parse(answer.text());
        } catch (SAXException e) {
            throw new StoreUnavailable(
                    subject + ": " + http.service() + " answers with status " + status + " and no XML; try again", e);
        }
        String code = text(document, "Code");
        if (status == 429 || status >= 500 || code.startsWith("Throttl")) {
            throw new StoreUnavailable(
                    subject + ": " + http.service() + " answers with status " + status + " " + code + "; try again");
        }
        if (status != 200) {
            throw AwsErrors.of(status, code, text(document, "Message"), subject);
        }
        return document;
    }

    private static Document parse(String text) throws SAXException, IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(text.getBytes(UTF_8)));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java cannot read XML", e);
        }
    }

    /** What stands in the first element of the name; empty where there is none. */
    static String text(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }
}
