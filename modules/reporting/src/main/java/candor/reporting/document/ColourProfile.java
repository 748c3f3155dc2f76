// SPDX-License-Identifier: GPL-3.0-or-later
package candor.reporting.document;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An ICC profile (version 2, display, RGB) with the primaries and the curve of sRGB, IEC 61966-2-1, adapted to D50: what
 * the colours of a PDF mean. The JDK has one of its own, whose bytes differ from release to release.
 */
final class ColourProfile {

    private static final int HEADER = 128;
    private static final int TAG_ENTRY = 12;
    private static final int CURVE_POINTS = 1024;
    private static final int LARGEST = 0xffff;
    private static final byte[] WHITE = xyz(0.9642, 1, 0.8249);

    /** Three channels share the curve. */
    private static final class Entry {

        private final List<String> names;
        private final byte[] data;

        Entry(List<String> names, byte[] data) {
            this.names = names;
            this.data = data;
        }

        List<String> names() {
            return names;
        }

        byte[] data() {
            return data;
        }
    }

    private ColourProfile() {}

    static byte[] srgb() {
        List<Entry> entries = List.of(
                new Entry(List.of("desc"), description()),
                new Entry(List.of("cprt"), text()),
                new Entry(List.of("wtpt"), WHITE),
                new Entry(List.of("rXYZ"), xyz(0.43607, 0.22249, 0.01392)),
                new Entry(List.of("gXYZ"), xyz(0.38515, 0.71687, 0.09708)),
                new Entry(List.of("bXYZ"), xyz(0.14307, 0.06061, 0.7141)),
                new Entry(List.of("rTRC", "gTRC", "bTRC"), curve()));
        int count = entries.stream().mapToInt(entry -> entry.names().size()).sum();
        ByteBuffer table =
                ByteBuffer.allocate(Integer.BYTES + TAG_ENTRY * count).putInt(count);
        int start = HEADER + table.capacity();
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            for (String name : entry.names()) {
                table.put(ascii(name)).putInt(start + data.size()).putInt(entry.data().length);
            }
            data.writeBytes(entry.data());
            data.writeBytes(new byte[-data.size() & 3]);
        }
        int size = start + data.size();
        return ByteBuffer.allocate(size)
                .put(header(size))
                .put(table.array())
                .put(data.toByteArray())
                .array();
    }

    private static byte[] header(int size) {
        return ByteBuffer.allocate(HEADER)
                .putInt(size)
                .putInt(0)
                .putInt(0x02100000)
                .put(ascii("mntrRGB XYZ "))
                .putShort((short) 2026)
                .putShort((short) 1)
                .putShort((short) 1)
                .put(new byte[6])
                .put(ascii("acsp"))
                .put(new byte[28])
                .put(WHITE, 8, 12)
                .array();
    }

    private static byte[] description() {
        String name = "sRGB";
        return ByteBuffer.allocate(12 + name.length() + 1 + 78)
                .put(ascii("desc"))
                .putInt(0)
                .putInt(name.length() + 1)
                .put(ascii(name))
                .array();
    }

    private static byte[] text() {
        String words = "No copyright";
        return ByteBuffer.allocate(8 + words.length() + 1)
                .put(ascii("text"))
                .putInt(0)
                .put(ascii(words))
                .array();
    }

    private static byte[] curve() {
        ByteBuffer curve = ByteBuffer.allocate(12 + Short.BYTES * CURVE_POINTS)
                .put(ascii("curv"))
                .putInt(0)
                .putInt(CURVE_POINTS);
        for (int i = 0; i < CURVE_POINTS; i++) {
            double value = i / (CURVE_POINTS - 1.0);
            double linear = value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
            curve.putShort((short) Math.round(linear * LARGEST));
        }
        return curve.array();
    }

    private static byte[] xyz(double x, double y, double z) {
        return ByteBuffer.allocate(20)
                .put(ascii("XYZ "))
                .putInt(0)
                .putInt(fixed(x))
                .putInt(fixed(y))
                .putInt(fixed(z))
                .array();
    }

    private static int fixed(double value) {
        return (int) Math.round(value * 0x10000);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
