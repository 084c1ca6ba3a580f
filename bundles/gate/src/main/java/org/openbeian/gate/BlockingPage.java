package org.openbeian.gate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.openbeian.api.gate.Gate;
import org.openbeian.api.gate.GateAnswer;
import org.openbeian.api.gate.GateDecision;
import org.openbeian.core.identifier.DomainName;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The blocking page (阻断页面, W-25) at {@code /blocked}: load balancers send visitors of blocked hosts here. It names the host, why
 * it is closed, and what its owner has to do, in Chinese and English; everybody may see it. The host is that of the query, of
 * X-Forwarded-Host, or of the request.
 */
@Component(service = Servlet.class, property = {"osgi.http.whiteboard.servlet.pattern=/blocked",
    "osgi.http.whiteboard.servlet.name=openbeian-blocking-page"})
public final class BlockingPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String STYLE = "body{font:16px/1.7 system-ui,sans-serif;max-width:42em;margin:12vh auto;padding:0 1em;color:#222}"
        + "h1{font-size:1.5em}section{margin:2em 0}";

    private final transient Gate gate;

    /** Created by Declarative Services. */
    @Activate
    public BlockingPage(@Reference Gate gate) {
        this.gate = gate;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        String asked = request.getParameter("host");
        String forwarded = request.getHeader("X-Forwarded-Host");
        GateAnswer answer = gate.host(asked != null ? asked : forwarded != null ? forwarded : request.getServerName());
        boolean open = answer.decision() == GateDecision.ALLOW;
        byte[] page = page(answer, open).getBytes(StandardCharsets.UTF_8);
        response.setStatus(open ? HttpServletResponse.SC_OK : HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private static String page(GateAnswer answer, boolean open) {
        String host = answer.unit() == null ? "" : escaped(shown(answer.unit()));
        return "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
            + "<title>" + host + "</title><style>" + STYLE + "</style></head><body>"
            + section("zh-CN", open ? "网站可以访问" : "网站暂时无法访问", host, escaped(answer.text().zh()), open ? "" : todo(answer, true))
            + section("en", open ? "This site is open" : "This site cannot be visited", host, escaped(answer.text().en()),
                open ? "" : todo(answer, false)) + "</body></html>";
    }

    private static String section(String language, String title, String host, String reason, String todo) {
        return "<section lang=\"" + language + "\"><h1>" + title + "</h1><p><b>" + host + "</b></p><p>" + reason + "</p><p>" + todo
            + "</p></section>";
    }

    /** What the owner of the site has to do; it follows from the reason. */
    private static String todo(GateAnswer answer, boolean zh) {
        return switch (answer.reason()) {
            case "filing-under-way", "access-under-way", "added-by-change" -> zh ? "网站所有者：备案审批通过后将自动开通，无需操作。"
                : "Owner: it opens by itself once the filing is granted.";
            case "access-cancelled", "not-accessed-here" -> zh ? "网站所有者：请登录备案系统，办理首次备案或接入备案；取得备案号后自动恢复。"
                : "Owner: log in to the filing system and file this domain, or its access here; it opens by itself once that is granted.";
            case "notice-expired", "isolated", "cancelled" -> zh ? "网站所有者：请登录备案系统办理备案；备案成功后自动恢复访问。"
                : "Owner: log in to the filing system and file this domain; it opens by itself once it is filed.";
            case "blacklisted" -> zh ? "网站所有者：请登录备案系统查看管局的处理意见；管局解除黑名单后自动恢复访问。"
                : "Owner: log in to the filing system and read what the authority found; it opens by itself once that is taken back.";
            default -> zh ? "请检查网址，或稍后再试。" : "Check the address, or try again later.";
        };
    }

    /** In the form people read. */
    private static String shown(String unit) {
        return DomainName.parse(unit).map(DomainName::unicode).orElse(unit);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
