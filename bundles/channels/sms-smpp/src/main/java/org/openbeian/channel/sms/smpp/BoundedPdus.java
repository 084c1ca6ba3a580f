package org.openbeian.channel.sms.smpp;

import java.io.DataInputStream;
import java.io.IOException;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.PDUReader;
import org.jsmpp.bean.Command;

/** Reads what the SMS centre sends, but nothing that says it is longer than any PDU is: its length is taken from memory at once. */
final class BoundedPdus implements PDUReader {

    /** The longest parameter, message_payload, has at most 65535 octets. */
    static final int MOST_BYTES = 70_000;
    private static final int HEADER = 16;

    private final PDUReader reader = new DefaultPDUReader();

    @Override
    public Command readPDUHeader(DataInputStream in) throws InvalidCommandLengthException, IOException {
        Command header = new Command();
        header.setCommandLength(in.readInt());
        if (header.getCommandLength() < HEADER || header.getCommandLength() > MOST_BYTES) {
            throw new InvalidCommandLengthException("no PDU has " + Integer.toUnsignedLong(header.getCommandLength()) + " bytes");
        }
        header.setCommandId(in.readInt());
        header.setCommandStatus(in.readInt());
        header.setSequenceNumber(in.readInt());
        return header;
    }

    @Override
    public byte[] readPDU(DataInputStream in, Command header) throws IOException {
        return reader.readPDU(in, header);
    }

    @Override
    public byte[] readPDU(DataInputStream in, int length, int id, int status, int sequence) throws IOException {
        return reader.readPDU(in, length, id, status, sequence);
    }
}
