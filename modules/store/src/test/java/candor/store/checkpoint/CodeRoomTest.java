// SPDX-License-Identifier: GPL-3.0-or-later
package candor.store.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class CodeRoomTest {

    private static final byte[] STYLE = "p {}".getBytes(UTF_8);

    /** A manifest tells who built a jar, and a class folder has none: both have to give the same list. */
    @Test
    void whatOnlyAJarHasIsNoCode() {
        CodeRoom jar = CodeRoom.of(Map.of("META-INF/MANIFEST.MF", STYLE, "candor/a/style.css", STYLE));

        assertThat(new String(jar.list(), UTF_8)).isEqualTo("candor/a/style.css " + Digest.of(STYLE) + "\n");
    }

    @Test
    void aClassHasTheResourcesOfItsOwnPackageAndNoOtherClass() throws Exception {
        byte[] code;
        try (var bytes = CodeRoom.class.getResourceAsStream("CodeRoom.class")) {
            assertThat(bytes).isNotNull();
            code = bytes.readAllBytes();
        }
        CodeRoom room = CodeRoom.of(Map.of(
                "candor/a/Engine.class", code,
                "candor/a/Page.class", code,
                "candor/a/style.css", STYLE,
                "candor/a/deeper/style.css", STYLE,
                "candor/b/style.css", STYLE,
                "style.css", STYLE));

        assertThat(room.partsOf("candor/a/Engine")).containsOnlyKeys("candor/a/Engine.class", "candor/a/style.css");
    }
}
