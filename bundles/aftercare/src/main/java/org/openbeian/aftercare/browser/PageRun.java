package org.openbeian.aftercare.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/**
 * Has one page opened, waits until it is quiet, and reads what became of it. One that never is quiet is read as it is when most of the
 * time is over. Used by one thread.
 */
final class PageRun {

    private static final Duration QUIET = Duration.ofMillis(1_500);
    private static final long STEP_MILLIS = 200;
    /** The share of the time after which a page is read as it is. */
    private static final double WAITED = 0.7;
    /** The methods of the document belong to this run, not to the page: they run in a world of their own. */
    private static final String READ = "(() => { const h = document.documentElement ? document.documentElement.outerHTML : '';"
        + " const status = (performance.getEntriesByType('navigation')[0] || {}).responseStatus;"
        + " return h.length > %d ? { url: document.URL, status, length: h.length } : { url: document.URL, status, html: h }; })()";

    private final BrowserProcess process;
    private final FilterProxy proxy;
    private final DevTools tools;
    private final Browser.Limits limits;
    private final long begun = System.nanoTime();
    private String session;
    private String frame = "";
    private long quietSince = Long.MAX_VALUE;
    private boolean loaded;
    private boolean answered;
    private long weighed = begun;

    PageRun(BrowserProcess process, FilterProxy proxy, DevTools tools, Browser.Limits limits) {
        this.process = process;
        this.proxy = proxy;
        this.tools = tools;
        this.limits = limits;
    }

    /** A page as it became. */
    record Outcome(URI address, String html) {
    }

    Outcome open(URI address) throws RenderFailure, InterruptedException {
        try {
            // What pages store in a context of its own stays in memory, where its limit sees it.
            String context = call("Target.createBrowserContext", tools.parameters()).path("browserContextId").asText();
            String target = call("Target.createTarget", tools.parameters().put("url", "about:blank").put("browserContextId", context))
                .path("targetId").asText();
            session = call("Target.attachToTarget", tools.parameters().put("targetId", target).put("flatten", true)).path("sessionId")
                .asText();
            call("Page.enable", tools.parameters());
            frame = call("Page.getFrameTree", tools.parameters()).path("frameTree").path("frame").path("id").asText();
            call("Page.setLifecycleEventsEnabled", tools.parameters().put("enabled", true));
            JsonNode navigation = call("Page.navigate", tools.parameters().put("url", address.toString()));
            if (navigation.hasNonNull("errorText")) {
                throw new RenderFailure("浏览器打不开首页：" + navigation.get("errorText").asText(),
                    "the browser cannot open the home page: " + navigation.get("errorText").asText());
            }
            settle();
            return read();
        } catch (RenderFailure e) {
            throw e;
        } catch (IOException e) {
            check();
            throw died();
        }
    }

    private void settle() throws IOException, InterruptedException {
        while (!isQuiet() && since(begun).compareTo(share(WAITED)) < 0) {
            JsonNode message = next();
            if (message != null) {
                event(message);
            }
        }
    }

    private boolean isQuiet() {
        return loaded && quietSince != Long.MAX_VALUE && since(quietSince).compareTo(QUIET) >= 0;
    }

    private Outcome read() throws IOException, InterruptedException {
        int world = call("Page.createIsolatedWorld", tools.parameters().put("frameId", frame)).path("executionContextId").asInt();
        ObjectNode question = tools.parameters().put("expression", String.format(READ, limits.pageBytes())).put("contextId", world)
            .put("returnByValue", true);
        JsonNode value = call("Runtime.evaluate", question).path("result").path("value");
        check(value.path("status").asInt());
        if (value.has("length")) {
            throw tooLarge();
        }
        URI end = address(value.path("url").asText());
        if (end == null || !value.path("html").isTextual()) {
            throw RenderFailure.ofPage("脚本把首页带到了打不开的地址", "scripts led the home page to an address that cannot be opened");
        }
        return new Outcome(end, value.path("html").asText());
    }

    /** A site may answer the browser otherwise than the fetch before it, a guard's page instead of its own; 0 where nobody answered. */
    private static void check(int status) throws RenderFailure {
        if (status != 0 && (status < 200 || status > 299)) {
            throw new RenderFailure("浏览器打开首页时返回状态 " + status, "the browser gets status " + status + " for the home page");
        }
    }

    /** What a page came to; null for the browser's own error page. */
    private static URI address(String text) {
        try {
            URI address = URI.create(text);
            return address.getHost() != null && text.matches("(?i)https?://.*") ? address : null;
        } catch (IllegalArgumentException odd) {
            return null;
        }
    }

    /** The result of a call; events that come meanwhile count. */
    private JsonNode call(String method, ObjectNode parameters) throws IOException, InterruptedException {
        int id = tools.send(session, method, parameters);
        while (true) {
            JsonNode message = next();
            if (message != null && message.path("id").asInt() == id) {
                if (!message.path("result").isObject()) {
                    throw new RenderFailure("浏览器拒绝了 " + method, "the browser refused " + method);
                }
                return message.get("result");
            }
            if (message != null) {
                event(message);
            }
        }
    }

    private JsonNode next() throws IOException, InterruptedException {
        JsonNode message = tools.next(STEP_MILLIS);
        check();
        if (message != null && message.isMissingNode()) {
            throw died();
        }
        answered |= message != null;
        return message;
    }

    /** A dialog would keep the page waiting for ever. Frames within the page say nothing about the page. */
    private void event(JsonNode message) throws IOException {
        String name = message.path("method").asText();
        if (name.equals("Page.lifecycleEvent") && !message.path("params").path("frameId").asText().equals(frame)) {
            return;
        }
        String stage = message.path("params").path("name").asText();
        if (name.equals("Page.javascriptDialogOpening")) {
            tools.send(session, "Page.handleJavaScriptDialog", tools.parameters().put("accept", false));
        } else if (name.equals("Page.lifecycleEvent") && (stage.equals("init") || stage.equals("load"))) {
            loaded = stage.equals("load");
            quietSince = Long.MAX_VALUE;
        } else if (name.equals("Page.lifecycleEvent") && stage.equals("networkIdle")) {
            quietSince = System.nanoTime();
        } else if (name.equals("Inspector.targetCrashed")) {
            throw died();
        }
    }

    /** Ends the run when it passed a limit. */
    private void check() throws RenderFailure {
        if (tools.isTooLong()) {
            throw tooLarge();
        }
        if (proxy.isExhausted()) {
            throw RenderFailure.ofPage("首页加载的内容超过 " + limits.trafficBytes() + " 字节", "the home page loads more than "
                + limits.trafficBytes() + " bytes");
        }
        if (since(begun).compareTo(limits.patience()) > 0) {
            throw new RenderFailure("首页的脚本在 " + limits.patience().toSeconds() + " 秒内没有结束",
                "the scripts of the home page did not end within " + limits.patience().toSeconds() + " seconds");
        }
        if (since(weighed).toMillis() >= STEP_MILLIS && isTooHeavy()) {
            throw new RenderFailure("首页的脚本占用的内存超过限制", "the scripts of the home page take more memory than they may");
        }
    }

    private boolean isTooHeavy() {
        weighed = System.nanoTime();
        return process.weight() > limits.memoryBytes();
    }

    private RenderFailure tooLarge() {
        return RenderFailure.ofPage("脚本生成的首页超过 " + limits.pageBytes() + " 字节", "the home page that scripts make is larger than "
            + limits.pageBytes() + " bytes");
    }

    private RenderFailure died() {
        return answered ? new RenderFailure("浏览器意外退出", "the browser ended unexpectedly")
            : new RenderFailure("浏览器无法启动", "the browser does not start; run it by hand as the user of this server to see why");
    }

    private Duration share(double share) {
        return Duration.ofMillis((long) (limits.patience().toMillis() * share));
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
