package org.openbeian.channel.sms.smpp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
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
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.MessageId;

/** An SMS centre that takes messages on loopback and answers as it is told. */
final class Simulator implements AutoCloseable {

    final BlockingQueue<SubmitSm> submitted = new LinkedBlockingQueue<>();
    volatile int status;
    /** Whether a message gets no answer until the centre closes. */
    volatile boolean mute;
    private final CountDownLatch closed = new CountDownLatch(1);

    private final ServerSocket socket;
    private final SMPPServerSessionListener listener;
    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();

    Simulator(int port) throws IOException {
        this(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
    }

    /** Behind a socket, such as one with TLS. */
    Simulator(ServerSocket socket) {
        this.socket = socket;
        try {
            ServerConnectionFactory ours = (ServerConnectionFactory) Proxy.newProxyInstance(Simulator.class.getClassLoader(),
                new Class<?>[] {ServerConnectionFactory.class}, (proxy, method, arguments) -> new ServerSocketConnection(socket));
            listener = new SMPPServerSessionListener(socket.getLocalPort(), ours);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener.setMessageReceiverListener((ServerMessageReceiverListener) Proxy.newProxyInstance(Simulator.class.getClassLoader(),
            new Class<?>[] {ServerMessageReceiverListener.class}, (proxy, method, arguments) -> submit((SubmitSm) arguments[0])));
        Thread accepting = new Thread(this::accept, "smpp-simulator");
        accepting.setDaemon(true);
        accepting.start();
    }

    private void accept() {
        try {
            while (true) {
                SMPPServerSession session = listener.accept();
                BindRequest request;
                try {
                    request = session.waitForBind(5000);
                } catch (IllegalStateException | TimeoutException e) {
                    continue;
                }
                if (request.getPassword().equals("pass")) {
                    sessions.add(session);
                    request.accept("simulator");
                } else {
                    request.reject(0x0e);
                }
            }
        } catch (Exception ended) {
            // The test is over.
        }
    }

    private SubmitSmResult submit(SubmitSm message) throws Exception {
        if (mute) {
            closed.await();
        }
        if (status != 0) {
            throw new ProcessRequestException("told so", status);
        }
        submitted.add(message);
        return new SubmitSmResult(new MessageId("m" + ids.incrementAndGet()), new OptionalParameter[0]);
    }

    void receipt(String id, DeliveryReceiptState state) throws Exception {
        sessions.get(sessions.size() - 1).deliverShortMessage("", TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, "8613800000000",
            TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, "106900001234", new ESMClass(MessageType.SMSC_DEL_RECEIPT.value()),
            (byte) 0, (byte) 0, new RegisteredDelivery(0), new GeneralDataCoding(Alphabet.ALPHA_DEFAULT),
            CentreTest.receipt(id, state).toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** Whether nobody bound so far. */
    boolean isUnbound() {
        return sessions.isEmpty();
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            listener.close();
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sessions.forEach(SMPPServerSession::close);
    }
}
