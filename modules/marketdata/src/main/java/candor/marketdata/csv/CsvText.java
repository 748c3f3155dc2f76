package candor.marketdata.csv;

import candor.forecasting.text.Figures;
import candor.store.port.Provenance;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file's text. Bytes are unpacked ({@link Packing}) and read as UTF-8, as UTF-16 where they begin with its mark, and as
 * Windows-1252 where they are not UTF-8: names of companies in the West are written so.
 *
 * @param text without a byte order mark
 * @param remarks what was not usual, as provenance has it: {@code packed}, {@code encoding}
 */
record CsvText(String text, Map<String, String> remarks) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** @param maxBytes limit of the file, and of what it unpacks to */
    static CsvText decode(byte[] bytes, int maxBytes, CsvProblems problems) {
        if (bytes.length > maxBytes) {
            throw problems.rejection(
                    "the file has " + bytes.length + " bytes, at most " + maxBytes + " are read",
                    "give the daily bars of one symbol only");
        }
        Packing packing = Packing.open(bytes, maxBytes, problems);
        ForeignFormat.rejectBinary(packing.plain(), problems);
        CsvText read = of(packing, problems);
        if (read.text.isBlank()) {
            throw problems.rejection(
                    "the file is empty (" + Figures.count(bytes.length, "byte") + ")",
                    "give it a header line with Date,Open,High,Low,Close,Volume and a line for each session");
        }
        int zero = read.text.indexOf('\0');
        if (zero >= 0) {
            problems.add(
                    lineOf(read.text, zero), "a zero byte: this is not a text file", "save the sheet as CSV, in UTF-8");
            throw problems.rejection();
        }
        ForeignFormat.rejectText(read.text, problems);
        return read;
    }

    private static CsvText of(Packing packing, CsvProblems problems) {
        Map<String, String> remarks = new TreeMap<>();
        if (packing.name() != null) {
            Provenance.PACKED.note(remarks, packing.name());
        }
        byte[] plain = packing.plain();
        if (ForeignFormat.startsWith(plain, "\u00FF\u00FE")) {
            return unmarked(strict(plain, StandardCharsets.UTF_16LE, problems), remarks);
        }
        if (ForeignFormat.startsWith(plain, "\u00FE\u00FF")) {
            return unmarked(strict(plain, StandardCharsets.UTF_16BE, problems), remarks);
        }
        String text = new String(plain, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0 && !isUtf8(plain)) { // the sign for a fault can be in a file itself
            Provenance.ENCODING.note(remarks, "windows-1252");
            text = strict(plain, WINDOWS, problems);
        }
        return unmarked(text, remarks);
    }

    private static CsvText unmarked(String text, Map<String, String> remarks) {
        return new CsvText(!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text, remarks);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static String strict(byte[] bytes, Charset charset, CsvProblems problems) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        if (result.isError()) {
            int offset = in.position();
            problems.add(
                    lineOf(out.toString(), out.length()),
                    "byte " + offset + " is 0x" + hex(bytes[offset]) + ", which is not "
                            + (charset.equals(WINDOWS) ? "UTF-8, nor windows-1252," : charset.name()) + " text",
                    "save the file as CSV in UTF-8");
            throw problems.rejection();
        }
        return out.toString();
    }

    private static String hex(byte value) {
        return String.valueOf(Character.forDigit((value >> 4) & 0xF, 16)) + Character.forDigit(value & 0xF, 16);
    }

    private static long lineOf(String text, int end) {
        return 1 + text.substring(0, end).chars().filter(c -> c == '\n').count();
    }
}
