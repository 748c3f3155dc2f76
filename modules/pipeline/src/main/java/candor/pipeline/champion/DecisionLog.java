// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.champion;

import candor.forecasting.market.Symbol;
import candor.pipeline.champion.Champions.History;
import candor.pipeline.champion.Champions.Term;
import candor.store.checkpoint.Digest;
import candor.store.failure.CorruptCheckpoint;
import candor.store.port.ObjectStore;
import candor.store.port.PutOutcome;
import candor.store.port.StoredObject;
import candor.store.run.Documents;
import candor.store.run.SealedForm;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All decisions about a symbol's champions, one object each, in the order in which they were made. Each names the digest of
 * the one before, so that none can be changed, taken out or put in unseen. champions/{symbol} is made of them.
 */
public final class DecisionLog {

    // No document of this kind was ever stored without a seal.
    private static final SealedForm<RecordedDecision> FORM =
            new SealedForm<>(RecordedDecision.class, RecordedDecision::schema, RecordedDecision.SCHEMA, "none");

    private final ObjectStore store;

    public DecisionLog(ObjectStore store) {
        this.store = store;
    }

    /**
     * What the terms become with all decisions after those that they come from.
     *
     * @throws candor.store.failure.CorruptCheckpoint where one is damaged, or does not follow the one before
     */
    History follow(History known) {
        History all = known;
        while (true) {
            String key = keyOf(all.symbol(), all.decisions() + 1);
            Optional<StoredObject> next = store.find(key);
            if (next.isEmpty()) {
                return all;
            }
            byte[] bytes = next.get().bytes();
            RecordedDecision decision = FORM.read(key, bytes);
            if (!decision.symbol().equals(all.symbol())
                    || decision.number() != all.decisions() + 1
                    || !Objects.equals(decision.previous(), all.head())) {
                throw SealedForm.damaged(
                        key, new IllegalArgumentException("it does not follow the decision before it"));
            }
            all = all.with(decision, Digest.of(bytes));
        }
    }

    /** Records one more decision; empty where another process was faster. */
    Optional<History> append(History known, Term term) {
        RecordedDecision decision = next(known, term);
        byte[] bytes = FORM.write(decision);
        String key = keyOf(known.symbol(), decision.number());
        boolean stored = store.putIfAbsent(key, bytes, "application/json") instanceof PutOutcome.Stored
                || store.find(key)
                        .filter(present -> Digest.of(present.bytes()).equals(Digest.of(bytes)))
                        .isPresent();
        return stored ? Optional.of(known.with(decision, Digest.of(bytes))) : Optional.empty();
    }

    /** Records the terms of a document that comes without decisions; what another process has recorded of it stays. */
    History importing(History first) {
        History all = History.none(first.symbol());
        for (Term term : first.terms()) {
            RecordedDecision decision = next(all, term);
            byte[] bytes = FORM.write(decision);
            store.putIfAbsent(keyOf(first.symbol(), decision.number()), bytes, "application/json");
            all = all.with(decision, Digest.of(bytes));
        }
        return all;
    }

    /**
     * Writes damaged or missing decisions again from the terms that were made of them. Whether a term is the right one, the
     * digest tells that the decision after it names, or the document.
     */
    void repair(History sound) {
        String previous = null;
        for (int number = 1; number <= sound.decisions(); number++) {
            String key = keyOf(sound.symbol(), number);
            String wanted = number == sound.decisions() ? sound.head() : previousOf(sound.symbol(), number + 1);
            byte[] present = store.find(key).map(StoredObject::bytes).orElse(new byte[0]);
            if (wanted != null && !Digest.of(present).equals(wanted)) {
                write(sound, number, previous, wanted);
            }
            previous = wanted;
        }
    }

    private void write(History sound, int number, @Nullable String previous, String wanted) {
        for (Term term : sound.terms()) {
            byte[] bytes =
                    FORM.write(new RecordedDecision(RecordedDecision.SCHEMA, sound.symbol(), number, previous, term));
            if (Digest.of(bytes).equals(wanted)) {
                Documents.update(store, keyOf(sound.symbol(), number), present -> bytes);
            }
        }
    }

    private @Nullable String previousOf(Symbol symbol, int number) {
        String key = keyOf(symbol, number);
        try {
            return store.find(key)
                    .map(object -> FORM.read(key, object.bytes()).previous())
                    .orElse(null);
        } catch (CorruptCheckpoint e) {
            return null;
        }
    }

    private static RecordedDecision next(History known, Term term) {
        return new RecordedDecision(RecordedDecision.SCHEMA, known.symbol(), known.decisions() + 1, known.head(), term);
    }

    static String keyOf(Symbol symbol, int number) {
        return String.format(Locale.ROOT, "decisions/%s/%06d.json", symbol, number);
    }
}
