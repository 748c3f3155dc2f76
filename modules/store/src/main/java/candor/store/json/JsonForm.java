package candor.store.json;

import candor.forecasting.market.Symbol;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The one JSON form of Candor: UTF-8, two spaces, line feeds, fields in the order of their record, absent instead of
 * null, numbers in shortest round-trip form. A number that is not finite is a broken contract, never written. A field
 * that a record does not mark as nullable must be there when it is read.
 */
public final class JsonForm {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(forms())
            .annotationIntrospector(new RequiredUnlessNullable())
            .changeDefaultPropertyInclusion(old -> old.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** Of documents whose records say all. */
    static final JsonForm PLAIN = new JsonForm(MAPPER);

    private final JsonMapper mapper;
    private final ObjectWriter pretty;

    private JsonForm(JsonMapper mapper) {
        this.mapper = mapper;
        this.pretty = mapper.writer().with(prettyPrinter());
    }

    /** The same form, with types that a document's own package knows how to write and read. */
    public static JsonForm with(SimpleModule types) {
        return new JsonForm(MAPPER.rebuild().addModule(types).build());
    }

    /** The document as indented UTF-8 text that ends in a line feed: the form of stored documents. */
    public byte[] write(Object document) {
        byte[] text = pretty.writeValueAsBytes(document);
        byte[] lines = Arrays.copyOf(text, text.length + 1);
        lines[text.length] = '\n';
        return lines;
    }

    /** The document on one line, without a line feed: the form of messages and log lines. */
    public byte[] writeLine(Object document) {
        return mapper.writeValueAsBytes(document);
    }

    /** Parses a document of a known type; throws {@link JacksonException} that says where it is wrong. */
    public <T> T read(byte[] bytes, Class<T> type) {
        return notNull(mapper.readValue(bytes, type), type);
    }

    /** Parses any JSON; throws {@link JacksonException} that says where it is wrong. */
    public JsonNode readTree(byte[] bytes) {
        return mapper.readTree(bytes);
    }

    /** The same for what people edit: a key that comes twice is a slip, and fails. */
    public JsonNode readEditedTree(byte[] bytes) {
        return mapper.reader(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .readTree(bytes);
    }

    /** The document as a tree. */
    public JsonNode toTree(Object document) {
        return mapper.valueToTree(document);
    }

    /** Converts a part of a tree to a known type. */
    public <T> T convert(JsonNode node, Class<T> type) {
        return notNull(mapper.treeToValue(node, type), type);
    }

    private static <T> T notNull(@Nullable T document, Class<T> type) {
        if (document == null) {
            throw MismatchedInputException.from(null, type, "the document is null");
        }
        return document;
    }

    private static SimpleModule forms() {
        return new SimpleModule()
                .addSerializer(Symbol.class, text(Symbol::value))
                .addDeserializer(Symbol.class, parsed(Symbol::of))
                .addSerializer(Double.class, new FiniteNumber())
                .addSerializer(double.class, new FiniteNumber());
    }

    private static DefaultPrettyPrinter prettyPrinter() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);
        return new DefaultPrettyPrinter(separators).withObjectIndenter(indenter).withArrayIndenter(indenter);
    }

    private static <T> ValueSerializer<T> text(Function<T, String> form) {
        return new ValueSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator generator, SerializationContext context) {
                generator.writeString(form.apply(value));
            }
        };
    }

    private static <T> ValueDeserializer<T> parsed(Function<String, T> parse) {
        return new ValueDeserializer<>() {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) {
                return parse.apply(parser.getString());
            }
        };
    }

    /** Takes jspecify's {@code @Nullable} at its word: what does not bear it is never null, not even from bad input. */
    private static final class RequiredUnlessNullable extends JacksonAnnotationIntrospector {
        @Override
        public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
            return annotated instanceof AnnotatedParameter parameter && !isNullable(parameter)
                    ? JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL)
                    : super.findSetterInfo(config, annotated);
        }

        private static boolean isNullable(AnnotatedParameter parameter) {
            return parameter.getOwner().getAnnotated() instanceof Executable executable
                    && executable.getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(
                            Nullable.class);
        }
    }

    private static final class FiniteNumber extends ValueSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator generator, SerializationContext context) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a stored number must be finite, not " + value);
            }
            generator.writeNumber((double) value);
        }
    }
}
