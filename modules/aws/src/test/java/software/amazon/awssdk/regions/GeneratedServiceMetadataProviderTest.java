package software.amazon.awssdk.regions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ours beside the SDK's, which a class loader of its own finds behind ours. */
class GeneratedServiceMetadataProviderTest {

    private static final String NAME = GeneratedServiceMetadataProvider.class.getName();
    private static final List<String> SERVICES = List.of("s3", "dynamodb", "states", "monitoring");

    @Test
    void answersAsTheSdksForEachServiceInEveryRegion() throws Exception {
        List<String> ours = answers(getClass().getClassLoader());
        try (URLClassLoader genuine = sdkWithoutOurs()) {
            assertThat(genuine.loadClass(NAME).getDeclaredFields())
                    .as("the SDK's has a table of all services, ours no field")
                    .isNotEmpty();
            assertThat(ours).hasSizeGreaterThan(4 * 30).isEqualTo(answers(genuine));
        }
        assertThat(GeneratedServiceMetadataProvider.class.getDeclaredFields()).isEmpty();
    }

    /** Region and endpoint of each service in each region, as that class loader's SDK tells them. */
    private static List<String> answers(ClassLoader loader) throws Exception {
        Object provider = loader.loadClass(NAME).getConstructor().newInstance();
        Class<?> region = loader.loadClass(Region.class.getName());
        Class<?> metadata = loader.loadClass(ServiceMetadata.class.getName());
        Method of =
                loader.loadClass(ServiceMetadataProvider.class.getName()).getMethod("serviceMetadata", String.class);
        List<String> answers = new ArrayList<>();
        for (String service : SERVICES) {
            Object about = of.invoke(provider, service);
            for (Object place : (List<?>) region.getMethod("regions").invoke(null)) {
                answers.add(service + " in " + place + ": "
                        + metadata.getMethod("signingRegion", region).invoke(about, place) + ", "
                        + metadata.getMethod("endpointFor", region).invoke(about, place));
            }
        }
        return answers;
    }

    private static URLClassLoader sdkWithoutOurs() throws Exception {
        Path ours = Path.of(GeneratedServiceMetadataProvider.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<URL> all = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (Files.exists(path) && !Files.isSameFile(path, ours)) {
                all.add(path.toUri().toURL());
            }
        }
        return new URLClassLoader(all.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }
}
