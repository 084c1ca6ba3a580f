package org.openbeian.security.outgoing;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpProxy;
import org.eclipse.jetty.client.api.ContentResponse;
import org.eclipse.jetty.client.http.HttpClientTransportOverHTTP;
import org.eclipse.jetty.client.util.BytesContentProvider;
import org.eclipse.jetty.client.util.FutureResponseListener;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.HttpCookieStore;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.openbeian.api.http.OutgoingFailure;
import org.openbeian.api.http.OutgoingFailure.Why;
import org.openbeian.api.http.OutgoingHttp.Answer;
import org.openbeian.api.http.OutgoingHttp.Request;
import org.openbeian.core.identifier.PublicAddress;

/**
 * The connections of one endpoint. Jetty's client, because it connects to exactly the network addresses that were judged: a name
 * that answers differently a moment later is of no use. Each call has a connection of its own, as one that was kept may be closed by the
 * other side just when it is used again, and nothing is repeated. Started on first use. Thread-safe.
 */
final class Line implements AutoCloseable {

    private static final int THREADS = 6;
    /** As many as there are processors by default, and then more than there are threads. */
    private static final int SELECTORS = 1;
    private static final long IDLE_MILLIS = 60_000;
    private static final String NOT_PUBLIC = "the name stands for an address that is not public";

    private final Endpoint endpoint;
    private final OutgoingClient.Names names;
    private final Lookups lookups;
    private final HttpClient client;

    /** A name that stands for an address that may not be called. */
    private static final class NotPublic extends IOException {
        private static final long serialVersionUID = 1L;

        NotPublic() {
            super(NOT_PUBLIC);
        }
    }

    Line(Endpoint endpoint, OutgoingClient.Names names, long connectMillis) {
        this.endpoint = endpoint;
        this.names = names;
        this.lookups = new Lookups(names);
        SslContextFactory.Client tls = new SslContextFactory.Client();
        if (endpoint.transport().tls() != null) {
            tls.setSslContext(endpoint.transport().tls());
        }
        client = new HttpClient(new HttpClientTransportOverHTTP(SELECTORS), tls);
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
        threads.setName("openbeian-outgoing");
        threads.setDaemon(true);
        client.setExecutor(threads);
        client.setConnectTimeout(connectMillis);
        client.setAddressResolutionTimeout(connectMillis);
        client.setFollowRedirects(false);
        client.setCookieStore(new HttpCookieStore.Empty());
        client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, "OpenBeian"));
        client.setDestinationIdleTimeout(IDLE_MILLIS);
        client.setSocketAddressResolver((host, port, promise) -> lookups.resolve(host)
                .whenComplete((found, failure) -> resolved(found, failure, port, promise)));
        InetSocketAddress proxy = endpoint.transport().proxy();
        if (proxy != null) {
            client.getProxyConfiguration().getProxies().add(new HttpProxy(proxy.getHostString(), proxy.getPort()));
        }
        try {
            client.start();
            client.getContentDecoderFactories().clear();
            client.getProtocolHandlers().clear();
        } catch (Exception e) {
            throw new IllegalStateException("the client of HTTP calls does not start", e);
        }
    }

    /** For a proxy, which the operator named, every address is good; otherwise those are that are public. */
    private void resolved(InetAddress[] found, Throwable failure, int port, Promise<List<InetSocketAddress>> promise) {
        if (failure != null) {
            promise.failed(failure);
            return;
        }
        List<InetSocketAddress> good = new ArrayList<>();
        for (InetAddress address : found) {
            if (endpoint.transport().proxy() == null && !mayCall(address)) {
                promise.failed(new NotPublic());
                return;
            }
            good.add(new InetSocketAddress(address, port));
        }
        promise.succeeded(good);
    }

    private boolean mayCall(InetAddress address) {
        return endpoint.isInternal() || PublicAddress.is(address);
    }

    /** A proxy resolves names itself: what is known here to be inside is not sent to it. */
    private void checkBeforeProxy(URI address) throws OutgoingFailure {
        if (endpoint.transport().proxy() != null) {
            judge(address);
        }
    }

    /** Refuses an address whose name is known here to stand for one inside. */
    void judge(URI address) throws OutgoingFailure {
        try {
            for (InetAddress found : names.resolve(address.getHost())) {
                if (!mayCall(found)) {
                    throw OutgoingClient.refused(NOT_PUBLIC, null);
                }
            }
        } catch (UnknownHostException e) {
            return;
        }
    }

    /**
     * Makes one call, without redirects.
     *
     * @param patience how long it may take
     */
    Answer send(Request request, URI address, Map<String, String> headers, int mostBytes, Duration patience)
            throws OutgoingFailure {
        checkBeforeProxy(address);
        long millis = Math.max(1, patience.toMillis());
        org.eclipse.jetty.client.api.Request out = client.newRequest(address).method(request.method())
                .timeout(millis, TimeUnit.MILLISECONDS).idleTimeout(millis, TimeUnit.MILLISECONDS);
        headers.forEach(out::header);
        out.header(HttpHeader.CONNECTION, "close");
        if (request.body() != null) {
            out.content(new BytesContentProvider(request.body()));
        }
        FutureResponseListener listener = new FutureResponseListener(out, mostBytes);
        out.send(listener);
        try {
            return answer(listener.get(millis, TimeUnit.MILLISECONDS), address);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            out.abort(e);
            throw new OutgoingFailure(Why.NO_ANSWER, "interrupted", e);
        } catch (TimeoutException e) {
            out.abort(e);
            throw new OutgoingFailure(Why.NO_ANSWER, "no answer in time", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private static Answer answer(ContentResponse response, URI address) {
        Map<String, String> headers = new HashMap<>();
        response.getHeaders().forEach(field -> headers.put(field.getName().toLowerCase(Locale.ROOT),
                field.getValue() == null ? "" : field.getValue()));
        return new Answer(response.getStatus(), address, headers, response.getContent() == null ? new byte[0] : response.getContent());
    }

    private static OutgoingFailure failure(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof NotPublic) {
                return OutgoingClient.refused(NOT_PUBLIC, cause);
            }
            if (each instanceof ConnectException || each instanceof UnknownHostException || each instanceof SSLException
                    || each instanceof SocketTimeoutException) {
                return new OutgoingFailure(Why.UNREACHABLE, "no connection: " + each.getMessage(), cause);
            }
        }
        return cause instanceof IllegalArgumentException
                ? new OutgoingFailure(Why.TOO_LARGE, "the answer is too long", cause)
                : new OutgoingFailure(Why.NO_ANSWER, "no answer: " + cause.getClass().getSimpleName(), cause);
    }

    @Override
    public void close() {
        lookups.close();
        try {
            client.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the client of HTTP calls does not stop", e);
        }
    }
}
