package candor.marketdata.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import candor.store.failure.InputRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackingTest {

    private static final byte[] CSV = "Date,Open,High,Low,Close,Volume\n2024-01-02,10,12,9.5,11,1000\n".getBytes(UTF_8);

    @Test
    void aZipWithOneCsvFileIsRead() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("data/", new byte[0]);
        files.put("data/readme.pdf", new byte[10]);
        files.put("data/STX.csv", CSV);
        files.put("__MACOSX/data/._STX.csv", new byte[10]);
        files.put(".DS_Store", new byte[10]);

        var read = CsvBars.parse("x.zip", zip(files));
        assertThat(read.bars()).hasSize(1);
        assertThat(read.provenance()).containsEntry("packed", "zip, without 'data/readme.pdf'");
        assertThat(CsvBars.parse("x.csv.gz", CsvDialectsTest.gzip(CSV)).provenance())
                .containsEntry("packed", "gzip");
    }

    /** A note beside the bars made two CSV files of them. */
    @Test
    void aTextWithoutBarsIsLeftInTheZip() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("readme.txt", "Prices, as of today.\nMind the terms of use.\n".getBytes(UTF_8));
        files.put("STX.csv", CSV);
        files.put("empty.txt", new byte[0]);

        var read = CsvBars.parse("x.zip", zip(files));
        assertThat(read.bars()).hasSize(1);
        assertThat(read.provenance()).containsEntry("packed", "zip, without 'empty.txt', 'readme.txt'");
    }

    /** The inner bytes were taken for text of an odd encoding. */
    @Test
    void aFileThatIsPackedTwiceIsNamedAndReadOnceUnpacked() {
        byte[] once = CsvDialectsTest.gzip(CSV);
        String remedy = ", not a CSV file (unpack the outer one, and give what is inside)";

        assertThat(refusal("x.csv.gz.gz", CsvDialectsTest.gzip(once)))
                .isEqualTo("x.csv.gz.gz: this is a gzip file within a packed file" + remedy);
        assertThat(refusal("x.zip", zip(Map.of("x.csv", once))))
                .isEqualTo("x.zip: this is a gzip file within a packed file" + remedy);
        assertThat(refusal("x.zip.gz", CsvDialectsTest.gzip(zip(Map.of("x.csv", CSV)))))
                .isEqualTo("x.zip.gz: this is a ZIP archive within a packed file" + remedy);
        assertThat(CsvBars.parse("x.csv.gz", once).bars()).hasSize(1);
    }

    @Test
    void aZipWithAnythingElseIsNamed() {
        assertThat(refusal("x.zip", zip(Map.of("x.pdf", CSV))))
                .isEqualTo("x.zip: a ZIP archive with no CSV file: 'x.pdf'"
                        + " (unpack it and give the CSV file of one symbol)");
        Map<String, byte[]> two = new LinkedHashMap<>();
        two.put("a.csv", CSV);
        two.put("b.txt", CSV);
        assertThat(refusal("x.zip", zip(two)))
                .isEqualTo("x.zip: a ZIP archive with 2 CSV files: 'a.csv', 'b.txt'"
                        + " (unpack it and give the CSV file of one symbol)");
        assertThat(refusal("x.xlsx", zip(Map.of("[Content_Types].xml", CSV, "xl/workbook.xml", CSV))))
                .isEqualTo("x.xlsx: this is an Excel workbook, not a CSV file"
                        + " (open it and save the sheet as CSV, in UTF-8)");
        byte[] locked = zip(Map.of("x.csv", CSV));
        locked[6] |= 1; // the sign of encryption
        for (byte[] bytes : List.of(locked, Arrays.copyOf(locked, 50), Arrays.copyOf(locked, 12))) {
            assertThat(refusal("x.zip", bytes))
                    .isEqualTo("x.zip: a ZIP archive that is damaged, encrypted or of a rare kind"
                            + " (unpack it and give the CSV file itself)");
        }
    }

    /** What is not read is unpacked as well, so it counts. */
    @Test
    void aZipHasALimit() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("bomb", new byte[CsvBars.MAX_BYTES]);
        files.put("x.csv", CSV);

        assertThat(refusal("x.zip", zip(files)))
                .isEqualTo("x.zip: the file unpacks to more than 16777216 bytes"
                        + " (give the daily bars of one symbol only)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.csv.zst | (\\265/\\375 | packed by zstd, not a CSV file (unpack it: zstd -dc a.csv.zst > a.csv)",
                "a.bz2 | BZh91AY&SY | packed by bzip2, not a CSV file (unpack it: bzip2 -dc a.bz2 > a.csv)",
                "a.csv.xz | \\3757zXZ\\0 | packed by xz, not a CSV file (unpack it: xz -dc a.csv.xz > a.csv)",
                "a.csv | \\3757zXZ\\0 | packed by xz, not a CSV file (unpack it: xz -dc a.csv > a-plain.csv)",
                "a b.xz | \\3757zXZ\\0 | packed by xz, not a CSV file (unpack it: xz -dc FILE > FILE.csv)",
                "a.7z | 7z\\274\\257 | a 7z archive, not a CSV file (unpack it: 7z x a.7z)",
                "a.feather | ARROW1 | a Feather file, not a CSV file (write it as CSV: python3 -c \"import pandas;"
                        + " pandas.read_feather('a.feather').to_csv('a.csv')\")",
                "a.h5 | \\211HDF\\r\\n | an HDF5 file, not a CSV file (write it as CSV: python3 -c \"import pandas;"
                        + " pandas.read_hdf('a.h5').to_csv('a.csv')\")",
                "a.pkl | \\200\\5\\225 | a pickle file, not a CSV file (write it as CSV: python3 -c \"import pandas;"
                        + " pandas.read_pickle('a.pkl').to_csv('a.csv')\")",
                "a.xls | \\320\\317\\21\\340 | an Excel workbook of the old kind, not a CSV file"
                        + " (open it and save the sheet as CSV, in UTF-8)"
            })
    void otherKindsAreNamedWithTheLineThatUnpacksThem(String name, String start, String finding) {
        assertThat(refusal(name, (start.translateEscapes() + "\u0000rest").getBytes(ISO_8859_1)))
                .isEqualTo(name + ": this is " + finding);
    }

    private static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            for (var file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static String refusal(String name, byte[] bytes) {
        return String.valueOf(catchThrowableOfType(InputRefused.class, () -> CsvBars.parse(name, bytes))
                .getMessage());
    }
}
