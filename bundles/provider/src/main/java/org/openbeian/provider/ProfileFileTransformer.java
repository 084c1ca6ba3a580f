package org.openbeian.provider;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.apache.felix.fileinstall.ArtifactListener;
import org.apache.felix.fileinstall.ArtifactTransformer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Makes a bundle of the file of a profile that was dropped into {@code deploy/}, whether it has mistakes or not. */
@Component(service = {ArtifactTransformer.class, ArtifactListener.class})
public final class ProfileFileTransformer implements ArtifactTransformer {

    /** Holds no state. */
    @Activate
    public ProfileFileTransformer() {
    }

    @Override
    public boolean canHandle(File file) {
        return file.isFile() && file.getName().endsWith(ProfileFile.SUFFIX);
    }

    @Override
    public File transform(File file, File directory) throws IOException {
        String name = file.getName().substring(0, file.getName().length() - ProfileFile.SUFFIX.length());
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "openbeian.provider." + Integer.toHexString(name.hashCode()));
        main.putValue("Bundle-Name", file.getName());
        main.putValue("Bundle-Version", "0.0.0");
        main.putValue("Require-Capability", "osgi.extender;filter:=\"(osgi.extender=openbeian.provider)\"");
        File jar = new File(directory, "provider-" + System.nanoTime() + ".jar");
        try (InputStream in = Files.newInputStream(file.toPath());
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(jar.toPath()));
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            entries.putNextEntry(new ZipEntry(ProfileFile.FOLDER + "/" + name + ProfileFile.SUFFIX));
            entries.write(in.readNBytes(ProfileFile.LARGEST + 1));
            entries.closeEntry();
        }
        return jar;
    }
}
