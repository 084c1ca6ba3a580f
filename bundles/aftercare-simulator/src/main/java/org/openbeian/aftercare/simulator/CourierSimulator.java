package org.openbeian.aftercare.simulator;

import java.io.IOException;
import java.util.Locale;
import java.util.Properties;
import org.openbeian.api.curtain.Courier;
import org.openbeian.api.curtain.CurtainAddress;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Stands for a courier: takes every parcel but those whose address holds {@value #NOWHERE}; of one whose address holds
 * {@value #LOST} the answer is lost the first time. What it took lies in {@code data/simulated-courier}, without name and address.
 * Thread-safe.
 */
@Component
public final class CourierSimulator implements Courier {

    static final String NOWHERE = "无法送达";
    static final String LOST = "应答丢失";

    private final Folder folder;

    /** Parcels lie below the data directory of the server. */
    @Activate
    public CourierSimulator(BundleContext context) {
        this(Folder.of(context, "simulated-courier"));
    }

    CourierSimulator(Folder folder) {
        this.folder = folder;
    }

    @Override
    public synchronized Shipment send(String parcel, CurtainAddress to) throws IOException {
        if (to.address().contains(NOWHERE)) {
            throw new IOException("nobody delivers there");
        }
        Properties kept = folder.read(parcel);
        boolean first = kept.isEmpty();
        if (first) {
            Properties serial = folder.read("_serial");
            int no = Integer.parseInt(serial.getProperty("last", "0")) + 1;
            serial.setProperty("last", Integer.toString(no));
            folder.write("_serial", serial);
            kept.setProperty("tracking", String.format(Locale.ROOT, "SIM%09dCN", no));
            folder.write(parcel, kept);
        }
        if (first && to.address().contains(LOST)) {
            throw new IOException("the answer was lost");
        }
        return new Shipment("模拟快递", kept.getProperty("tracking"));
    }
}
