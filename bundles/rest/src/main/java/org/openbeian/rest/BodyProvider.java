package org.openbeian.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.ext.MessageBodyReader;
import javax.ws.rs.ext.MessageBodyWriter;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;

/** Brings bodies in, never more than the operation may take, and answers out. */
final class BodyProvider implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    /** Largest JSON body without files. */
    static final int MAX_JSON = 256 * 1024;
    /** Largest picture, or body with files, as far as this interface goes; rules ask for less. */
    static final int MAX_PICTURE = 12 * 1024 * 1024;
    /** Where the bytes of the request's body are kept during the request. */
    static final String BODY = "org.openbeian.rest.body";

    private final JsonBody json;

    BodyProvider(JsonBody json) {
        this.json = json;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == byte[].class || isJson(mediaType);
    }

    @Override
    public Object readFrom(Class<Object> type, Type generic, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, String> headers, InputStream stream) throws IOException {
        Class<?> wanted = type;
        if (wanted == byte[].class) {
            return keep(read(stream, headers, MAX_PICTURE));
        }
        String charset = mediaType.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
            throw new Trouble(415, "unsupported-charset", "JSON is always UTF-8");
        }
        return json.read(keep(read(stream, headers, wanted.isAnnotationPresent(WithFiles.class) ? MAX_PICTURE : MAX_JSON)), wanted);
    }

    private static byte[] keep(byte[] body) {
        JAXRSUtils.getCurrentMessage().getExchange().put(BODY, body);
        return body;
    }

    private static byte[] read(InputStream stream, MultivaluedMap<String, String> headers, int limit) throws IOException {
        String length = headers.getFirst(HttpHeaders.CONTENT_LENGTH);
        if (length != null && length.length() > 9 || length != null && Long.parseLong(length) > limit) {
            throw tooLarge(limit);
        }
        byte[] body = stream == null ? new byte[0] : stream.readNBytes(limit + 1);
        if (body.length > limit) {
            throw tooLarge(limit);
        }
        return body;
    }

    private static Trouble tooLarge(int limit) {
        return new Trouble(413, "body-too-large", "the body of this operation may have at most " + limit + " bytes",
                Map.of("Connection", "close"));
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type != byte[].class && isJson(mediaType);
    }

    @Override
    public void writeTo(Object value, Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, Object> headers, OutputStream stream) throws IOException {
        stream.write(json.write(value));
    }

    private static boolean isJson(MediaType mediaType) {
        String subtype = mediaType.getSubtype();
        return Arrays.asList("json", "*").contains(subtype) || subtype.endsWith("+json");
    }
}
