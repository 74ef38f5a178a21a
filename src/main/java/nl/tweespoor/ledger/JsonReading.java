package nl.tweespoor.ledger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads of an entry's JSON only what a check needs, piece by piece: making objects of all of it takes longer than hashing it.
 * A name that comes twice is an error, since two readers would see different things.
 */
final class JsonReading {

    private static final JsonFactory JSON = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private JsonReading() {
    }

    /** What content says of values, and of what is no longer there. */
    record Said(Map<String, String> commitments, Content.Erased erases, Content.Removed removes) {
    }

    static Said content(String content) {
        Map<String, String> commitments = Map.of();
        Content.Erased erases = null;
        Content.Removed removes = null;
        try (JsonParser json = begin(content)) {
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals("commitments")) {
                    commitments = texts(json);
                } else if (name.equals("erases")) {
                    erases = erased(json);
                } else if (name.equals("removes")) {
                    removes = removed(json);
                } else {
                    json.skipChildren();
                }
            }
            end(json);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
        return new Said(commitments, erases, removes);
    }

    static Map<String, Disclosed.Salted> disclosed(String disclosed) {
        Map<String, Disclosed.Salted> values = new LinkedHashMap<>();
        try (JsonParser json = begin(disclosed)) {
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                values.put(name, salted(json));
            }
            end(json);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
        return values;
    }

    private static Content.Erased erased(JsonParser json) throws IOException {
        long sequence = 0;
        String what = null;
        object(json);
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("sequence")) {
                sequence = json.getLongValue();
            } else if (name.equals("name")) {
                what = text(json);
            } else {
                throw new IllegalArgumentException("Unknown: " + name);
            }
        }
        return new Content.Erased(sequence, what);
    }

    private static Content.Removed removed(JsonParser json) throws IOException {
        String chain = null;
        long sequence = 0;
        String hash = null;
        object(json);
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "chain" -> chain = text(json);
                case "sequence" -> sequence = json.getLongValue();
                case "hash" -> hash = text(json);
                default -> throw new IllegalArgumentException("Unknown: " + name);
            }
        }
        return new Content.Removed(chain, sequence, hash);
    }

    private static Disclosed.Salted salted(JsonParser json) throws IOException {
        String salt = null;
        String value = null;
        int names = 0;
        object(json);
        for (; json.nextToken() != JsonToken.END_OBJECT; names++) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("salt")) {
                salt = text(json);
            } else if (name.equals("value")) {
                value = text(json);
            } else {
                throw new IllegalArgumentException("Unknown: " + name);
            }
        }
        Disclosed.Salted salted = new Disclosed.Salted(salt, value);
        if (names != 2 || !salted.hasSalt()) {
            throw new IllegalArgumentException("No value with its salt");
        }
        return salted;
    }

    private static Map<String, String> texts(JsonParser json) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        object(json);
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            texts.put(name, text(json));
        }
        return texts;
    }

    private static String text(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING && json.currentToken() != JsonToken.VALUE_NULL) {
            throw new IllegalArgumentException("No text");
        }
        return json.getValueAsString();
    }

    private static JsonParser begin(String text) throws IOException {
        if (text == null) {
            throw new IllegalArgumentException("Nothing");
        }
        JsonParser json = JSON.createParser(text);
        json.nextToken();
        object(json);
        return json;
    }

    private static void object(JsonParser json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("No object");
        }
    }

    private static void end(JsonParser json) throws IOException {
        if (json.nextToken() != null) {
            throw new IllegalArgumentException("Something after it");
        }
    }
}
