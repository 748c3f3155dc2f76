// SPDX-License-Identifier: GPL-3.0-or-later
package candor.marketdata.csv;

import candor.marketdata.text.Quoted;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A ZIP archive of which one file is wanted: the only text, or the only one with bars beside notes about them. Its files are
 * unpacked one after the other, as long as they are not too many bytes.
 */
final class Archive {

    private static final int TOLD = 5;

    private final int maxBytes;
    private final CsvProblems problems;
    private final Set<String> all = new TreeSet<>();
    private final Map<String, byte[]> texts = new LinkedHashMap<>();
    private @Nullable String chosen;
    private int entries;

    Archive(int maxBytes, CsvProblems problems) {
        this.maxBytes = maxBytes;
        this.problems = problems;
    }

    /** The bytes of the file, or the rejection of an archive that has none or several. */
    byte[] onlyFile(byte[] bytes) {
        try (var in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            int left = maxBytes;
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] plain = Packing.read(in, left, maxBytes, problems);
                left -= plain.length;
                note(entry.getName(), plain);
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw damaged();
        }
        if (entries == 0) {
            throw damaged();
        }
        String only = choose();
        chosen = only;
        return Objects.requireNonNull(texts.get(only));
    }

    /** The kind of archive and what was left in it. */
    String named() {
        List<String> others = all.stream().filter(name -> !name.equals(chosen)).toList();
        return others.isEmpty() ? "zip" : "zip, without " + listed(others);
    }

    private RuntimeException damaged() {
        return problems.rejection(
                "a ZIP archive that is damaged, encrypted or of a rare kind", "unpack it and give the CSV file itself");
    }

    private void note(String name, byte[] plain) {
        entries++;
        String base = name.substring(name.lastIndexOf('/') + 1);
        if (base.isEmpty() || base.startsWith(".") || name.startsWith("__MACOSX/")) {
            return;
        }
        all.add(name);
        if (base.toLowerCase(Locale.ROOT).matches(".*\\.(csv|txt|tsv|prn|asc)")) {
            texts.put(name, plain);
        }
    }

    /** The name of the only text, or of the only one with bars. */
    private String choose() {
        if (all.contains("[Content_Types].xml") || all.contains("content.xml")) {
            throw ForeignFormat.rejectWorkbook(problems);
        }
        List<String> names = List.copyOf(texts.keySet());
        List<String> withBars = names.size() < 2
                ? names
                : names.stream()
                        .filter(name -> hasBars(Objects.requireNonNull(texts.get(name))))
                        .toList();
        if (withBars.size() != 1) {
            List<String> told = names.isEmpty() ? List.copyOf(all) : withBars.isEmpty() ? names : withBars;
            throw problems.rejection(
                    "a ZIP archive with " + (names.isEmpty() ? "no CSV file" : told.size() + " CSV files")
                            + (told.isEmpty() ? "" : ": " + listed(told)),
                    "unpack it and give the CSV file of one symbol");
        }
        return withBars.getFirst();
    }

    /** Whether a line at the beginning names columns of bars, or is one. */
    private static boolean hasBars(byte[] text) {
        String content = new String(text, StandardCharsets.UTF_8).replace("\0", ""); // UTF-16 without its zeroes
        try {
            return Separator.of(content, CsvChoices.NONE).heading(content).stream()
                    .anyMatch(line -> CsvColumn.known(line.getFields()) > 1 || HeaderSearch.isData(line.getFields()));
        } catch (CsvParseException malformed) {
            return true; // reading the file tells what is wrong
        }
    }

    private static String listed(List<String> names) {
        return names.stream().limit(TOLD).map(Quoted::of).collect(Collectors.joining(", "))
                + (names.size() > TOLD ? " and others" : "");
    }
}
