package candor.pipeline.settings;

import candor.forecasting.candidate.Candidate;
import candor.forecasting.candidate.CandidateSettings;
import candor.forecasting.candidate.Candidates;
import candor.forecasting.learning.HyperParameters;
import candor.store.json.JsonForm;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** What is set of each candidate, as an object by key: each value is the record that its candidate has. */
public final class SettingsJson {

    /** For documents that hold settings: files of settings, and models. */
    public static final JsonForm FORM = JsonForm.with(new SimpleModule()
            .addSerializer(CandidateSettings.class, new Writer())
            .addDeserializer(CandidateSettings.class, new Reader()));

    private SettingsJson() {}

    private static final class Writer extends ValueSerializer<CandidateSettings> {
        @Override
        public void serialize(CandidateSettings value, JsonGenerator generator, SerializationContext context) {
            generator.writePOJO(value.byKey());
        }
    }

    private static final class Reader extends ValueDeserializer<CandidateSettings> {
        @Override
        public CandidateSettings deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode tree = context.readTree(parser);
            Map<String, HyperParameters> byKey = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry : tree.properties()) {
                Candidate candidate = Candidates.find(entry.getKey()).orElse(null);
                if (candidate == null) {
                    context.reportInputMismatch(this, "no such candidate: '%s'", entry.getKey());
                } else {
                    byKey.put(
                            entry.getKey(),
                            context.readTreeAsValue(
                                    entry.getValue(),
                                    candidate.standardSettings().getClass()));
                }
            }
            return new CandidateSettings(byKey);
        }
    }
}
