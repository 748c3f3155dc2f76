// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else gets one file, and makes the forecast in it again. */
@ExtendWith(DemoHome.Shared.class)
class ReproduceTest {

    @TempDir
    private Path folder;

    @Test
    void bundledRunIsReproducedElsewhereByteByByte(DemoHome demo) {
        SortedMap<String, String> before = Artefacts.of(demo.home().resolve("store"));
        Path file = folder.resolve("run.zip");
        Terminal.Answer bundled = demo.terminal().type("bundle", "demo", file.toString());
        assertThat(bundled.status()).as(bundled.err()).isZero();

        Terminal elsewhere = new Terminal(folder.resolve("home"), folder);
        Terminal.Answer restored = elsewhere.type("restore", "run.zip");
        assertThat(restored.status()).as(restored.err()).isZero();
        assertThat(elsewhere.type("restore", "run.zip").status())
                .as("once more")
                .isZero();
        assertThat(elsewhere.type("verify", "--repair").status()).isZero();
        assertThat(elsewhere.type("verify").status()).isZero();

        Terminal.Answer again = elsewhere.type("reproduce", "demo");
        assertThat(again.status()).as(again.out() + again.err()).isZero();
        assertThat(again.out())
                .contains("  train     same, 1 files", "  forecast  same, ", "  monitor   same, ", "byte by byte");
        assertThat(Artefacts.of(demo.home().resolve("store"))).isEqualTo(before);
    }

    @Test
    void everyTurnedBitOfABundleIsRejectedAndNothingIsUnpacked(DemoHome demo) throws IOException {
        Path file = folder.resolve("run.zip");
        demo.terminal().type("bundle", "demo", file.toString());
        byte[] right = Files.readAllBytes(file);
        Terminal elsewhere = new Terminal(folder.resolve("home"), folder);
        SplittableRandom random = new SplittableRandom(18);
        int rejected = 0;
        for (int turn = 0; turn < 60; turn++) {
            byte[] wrong = right.clone();
            // Behind the last entry lies the zip's own list of names, which nobody reads.
            int bit = random.nextInt(right.length / 100 * 97 * 8);
            wrong[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, wrong);
            Terminal.Answer answer = elsewhere.type("restore", "run.zip");
            if (answer.status() == Failures.BAD_INPUT) {
                rejected++;
                assertThat(answer.err()).contains("run.zip is no bundle, or was changed", "./candor bundle");
                assertThat(folder.resolve("home")).doesNotExist();
            } else {
                // A bit of an entry's time or version: what is unpacked is what was packed.
                assertThat(elsewhere.type("verify", "--repair").status()).isZero();
                Artefacts.delete(folder.resolve("home"));
            }
        }
        assertThat(rejected).isGreaterThan(50);
    }

    @Test
    void whatIsNeitherRunNorSymbolIsRefused(DemoHome demo) {
        Terminal.Answer answer =
                demo.terminal().type("bundle", "NOSUCH", folder.resolve("x.zip").toString());
        assertThat(answer.status()).isEqualTo(Failures.BAD_INPUT);
        assertThat(answer.err()).contains("neither a run nor a symbol", "./candor executions");
        assertThat(demo.terminal().type("reproduce", "nosuch").err()).contains("no run 'nosuch'");
    }
}
