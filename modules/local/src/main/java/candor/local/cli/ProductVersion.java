// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of Candor, which the build writes into a file beside this class. */
final class ProductVersion implements IVersionProvider {

    private static final String FILE = "version.properties";

    @Override
    public String[] getVersion() {
        try (InputStream in = ProductVersion.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IOException("no " + FILE + " beside " + ProductVersion.class.getName());
            }
            Properties properties = new Properties();
            properties.load(in);
            return new String[] {"candor " + properties.getProperty("version")};
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
