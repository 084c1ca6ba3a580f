package org.openbeian.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the disk under the data directory has room, in bytes: a share of the disk says nothing about the next commit. */
@Component(property = {HealthCheck.NAME + "=" + Checks.DISK, HealthCheck.TAGS + "=" + Checks.READY,
    HealthCheck.TAGS + "=" + Checks.DOCTOR, HealthCheck.RESULT_CACHE_TTL_IN_MS + ":Long=2000"})
public final class DiskCheck implements HealthCheck {

    private static final int WARN_FACTOR = 3;

    private final Path data;
    private final Settings settings;

    /**
     * For the data directory of this server.
     *
     * @param context knows the directory
     * @param settings knows how much room is needed
     */
    @Activate
    public DiskCheck(BundleContext context, @Reference Settings settings) {
        this(Path.of(context.getProperty("karaf.data") == null ? "." : context.getProperty("karaf.data")), settings);
    }

    DiskCheck(Path data, Settings settings) {
        this.data = data;
        this.settings = settings;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        try {
            long free = Files.getFileStore(data).getUsableSpace();
            String room = FormattingResultLog.bytesHumanReadable(free);
            if (free < settings.freeBytes()) {
                log.critical("Only {} are free under the data directory", room);
            } else if (free / WARN_FACTOR < settings.freeBytes()) {
                log.warn("Only {} are free under the data directory", room);
            } else {
                log.info("{} are free under the data directory", room);
            }
        } catch (IOException unreadable) {
            log.critical("The data directory cannot be read: {}", unreadable.getClass().getSimpleName());
        }
        return new Result(log);
    }
}
