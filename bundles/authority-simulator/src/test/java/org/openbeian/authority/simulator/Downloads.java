package org.openbeian.authority.simulator;

import java.util.ArrayList;
import java.util.List;
import org.openbeian.regulator.gateway.client.CallFailed;
import org.openbeian.regulator.gateway.client.IspClient;
import org.openbeian.regulator.gateway.payload.DownloadItem;
import org.openbeian.regulator.gateway.payload.DownloadReader;
import org.openbeian.regulator.gateway.payload.Schemas;
import org.openbeian.regulator.gateway.wire.EncodedFile;
import org.openbeian.regulator.gateway.wire.FileCodec;
import org.openbeian.regulator.gateway.wire.ReturnMessage;
import org.openbeian.regulator.gateway.wire.WireException;

/** Fetches result files in tests. */
final class Downloads {

    private Downloads() {
    }

    static String text(IspClient client, EncodedFile file) throws WireException {
        return DownloadReader.decode(FileCodec.unzip(client.codec().open(file), 10_000_000));
    }

    /** Fetches, checks against the schema and acknowledges everything that waits. */
    static List<DownloadItem> all(IspClient client) throws CallFailed, WireException {
        List<DownloadItem> items = new ArrayList<>();
        while (true) {
            ReturnMessage answer = client.download();
            if (answer.file() == null) {
                return items;
            }
            byte[] document = FileCodec.unzip(client.codec().open(answer.file().content()), 10_000_000);
            List<String> errors = Schemas.downloadErrors(DownloadReader.decode(document));
            if (!errors.isEmpty()) {
                throw new AssertionError(errors);
            }
            items.addAll(DownloadReader.read(document));
            client.acknowledge(answer.file().name());
        }
    }
}
