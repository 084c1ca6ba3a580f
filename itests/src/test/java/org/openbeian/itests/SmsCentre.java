package org.openbeian.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.MessageId;

/** An SMS centre on loopback that speaks SMPP 3.4, takes every message and says of each that it arrived. */
final class SmsCentre implements AutoCloseable {

    /** What it took: for whom, and the part of a text in UCS-2 without its header. */
    record Sms(String receiver, String text) {
    }

    private final List<Sms> taken = new CopyOnWriteArrayList<>();
    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final SMPPServerSessionListener listener;

    SmsCentre() throws IOException {
        ClassLoader loader = SmsCentre.class.getClassLoader();
        listener = new SMPPServerSessionListener(socket.getLocalPort(), (ServerConnectionFactory) Proxy.newProxyInstance(loader,
                new Class<?>[] {ServerConnectionFactory.class}, (proxy, method, arguments) -> new ServerSocketConnection(socket)));
        listener.setMessageReceiverListener((ServerMessageReceiverListener) Proxy.newProxyInstance(loader,
                new Class<?>[] {ServerMessageReceiverListener.class}, (proxy, method, arguments) -> take((SubmitSm) arguments[0])));
        Thread accepting = new Thread(this::accept, "sms-centre");
        accepting.setDaemon(true);
        accepting.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** What it took, in the order in which it came. */
    List<Sms> taken() {
        return taken;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                SMPPServerSession session = listener.accept();
                BindRequest request = session.waitForBind(5000);
                if (request.getSystemId().equals("beian") && request.getPassword().equals("pass")) {
                    sessions.add(session);
                    request.accept("centre");
                } else {
                    request.reject(0x0e);
                }
            } catch (IOException | IllegalStateException | TimeoutException | org.jsmpp.PDUStringException e) {
                // The test is over, or somebody did not bind.
            }
        }
    }

    private SubmitSmResult take(SubmitSm message) throws Exception {
        byte[] octets = message.getShortMessage();
        int header = (message.getEsmClass() & 0x40) == 0 ? 0 : octets[0] + 1;
        taken.add(new Sms(message.getDestAddress(), new String(octets, header, octets.length - header, StandardCharsets.UTF_16BE)));
        String id = "m" + ids.incrementAndGet();
        if (message.getRegisteredDelivery() != 0) {
            String receipt = "id:" + id + " sub:001 dlvrd:001 submit date:2611220700 done date:2611220701 stat:DELIVRD err:000 text:";
            Thread telling = new Thread(() -> tell(message.getDestAddress(), receipt), "sms-centre-receipt");
            telling.setDaemon(true);
            telling.start();
        }
        return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
    }

    private void tell(String number, String receipt) {
        try {
            sessions.get(sessions.size() - 1).deliverShortMessage("", TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, number,
                    TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, "106900001234",
                    new ESMClass(MessageType.SMSC_DEL_RECEIPT.value()), (byte) 0, (byte) 0, new RegisteredDelivery(0),
                    new GeneralDataCoding(Alphabet.ALPHA_DEFAULT), receipt.getBytes(StandardCharsets.US_ASCII));
        } catch (Exception e) {
            throw new IllegalStateException("the receipt was not taken", e);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sessions.forEach(SMPPServerSession::close);
    }
}
