// SPDX-License-Identifier: GPL-3.0-or-later
package candor.benchmarks.forms;

import candor.local.store.FolderObjectStore;
import candor.marketdata.csv.CsvBars;
import candor.store.json.Json;
import candor.store.port.RawBar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Prints one JSON line for each file of some folders: how the product's reader and judge end on it. */
public final class FormsTable {

    private FormsTable() {}

    /** @param arguments a folder for work, a file of clean bars or an empty word, and the folders with files */
    public static void main(String[] arguments) throws IOException {
        FileTrial trial = new FileTrial(clean(arguments[1]), new FolderObjectStore(Path.of(arguments[0])));
        for (String folder : Arrays.asList(arguments).subList(2, arguments.length)) {
            Path place = Path.of(folder).toRealPath();
            for (Path file : files(place)) {
                FileOutcome outcome = trial.of(String.valueOf(place.getFileName()), file);
                System.out.println(new String(Json.writeLine(outcome), StandardCharsets.UTF_8));
            }
        }
    }

    private static Map<LocalDate, RawBar> clean(String file) throws IOException {
        Map<LocalDate, RawBar> clean = new HashMap<>();
        if (!file.isEmpty()) {
            CsvBars.parse(file, Files.readAllBytes(Path.of(file))).bars().forEach(bar -> clean.put(bar.session(), bar));
        }
        return clean;
    }

    /** In the order of their names; what a repair should give lies beside its file, and is no file of its own. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !String.valueOf(file.getFileName()).contains("-fixed."))
                    .sorted()
                    .toList();
        }
    }
}
