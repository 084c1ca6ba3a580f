package org.openbeian.resource.cvm;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.resource.CloudResourceType;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleSource;
import org.openbeian.api.rules.Severity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges cloud servers: in the mainland with a public address, prepaid, bought and left for long enough. */
@Component(configurationPid = CloudServer.PID)
@Designate(ocd = CvmConfig.class)
public final class CloudServer implements CloudResourceType {

    static final String PID = "org.openbeian.resource.cvm";

    private static final Logger LOG = LoggerFactory.getLogger(CloudServer.class);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String GUIDE = "seed 004, Tencent Cloud APP access-filing guide";
    private static final String DATE = "undated, after 2023-09";

    private volatile Limits limits = new Limits(3, 1, 5);

    /** What is in force. */
    private record Limits(int monthsBought, int monthsLeft, int servicesPerServer) {
    }

    /** Takes the limits; the catalogue's are the defaults, and stay where a bad value is configured. */
    @Activate
    public CloudServer(CvmConfig config) {
        modified(config);
    }

    /** Takes new limits; where a value is bad it is named and the one in force stays. */
    @Modified
    void modified(CvmConfig config) {
        Limits now = limits;
        limits = new Limits(good("monthsBought", config.monthsBought(), 120, now.monthsBought),
            good("monthsLeft", config.monthsLeft(), 120, now.monthsLeft),
            good("servicesPerServer", config.servicesPerServer(), 1000, now.servicesPerServer));
    }

    private static int good(String name, int value, int most, int inForce) {
        if (value >= 1 && value <= most) {
            return value;
        }
        LOG.error("{}: the value of {} is refused, expected a number from 1 to {}; {} stays in force", PID, name, most, inForce);
        return inForce;
    }

    @Override
    public String kind() {
        return "cvm";
    }

    @Override
    public LocalizedText name() {
        return new LocalizedText("云服务器", "Cloud server");
    }

    @Override
    public List<LocalizedText> conditions() {
        return List.of(
            new LocalizedText("位于中国大陆地域", "in a region of mainland China"),
            new LocalizedText("有公网 IP", "with a public IP address"),
            new LocalizedText("计费方式为包年包月", "prepaid by month or year"),
            new LocalizedText("购买时长（含续费）不少于 " + limits.monthsBought + " 个月",
                "bought for " + limits.monthsBought + " months or more, renewals included"),
            new LocalizedText("备案期间剩余有效期不少于 " + limits.monthsLeft + " 个月（含）",
                limits.monthsLeft + " month or more left while the filing is under way"));
    }

    @Override
    public int servicesPerResource() {
        return limits.servicesPerServer;
    }

    @Override
    public List<Finding> judge(ResourceFacts facts, Instant on, String pointer) {
        List<Finding> findings = new ArrayList<>();
        if (!facts.mainland()) {
            findings.add(finding("cvm-not-mainland", "A-10", pointer, "云服务器不在中国大陆地域，无须也不能在此备案",
                "The server lies outside mainland China", "请选择中国大陆地域的云服务器", "Choose a server in a mainland region"));
        }
        if (facts.ips().isEmpty()) {
            findings.add(finding("cvm-without-public-ip", "A-10", pointer, "云服务器没有公网 IP", "The server has no public address",
                "请为云服务器绑定公网 IP", "Bind a public address to the server"));
        }
        if (!facts.prepaid()) {
            findings.add(finding("cvm-not-prepaid", "A-11", pointer, "按量计费的云服务器不能用于备案",
                "A server that is paid as you go cannot carry a filing", "请改为包年包月计费", "Change it to prepaid by month or year"));
        } else {
            judgeTerm(facts, on, pointer, findings);
        }
        return findings;
    }

    private void judgeTerm(ResourceFacts facts, Instant on, String pointer, List<Finding> findings) {
        if (facts.monthsBought() < limits.monthsBought) {
            findings.add(finding("cvm-bought-too-short", "A-12", pointer, "云服务器购买时长不足 " + limits.monthsBought + " 个月",
                "The server was bought for less than " + limits.monthsBought + " months", "请续费至满足时长要求", "Renew it"));
        }
        Instant needed = on.atZone(SHANGHAI).plusMonths(limits.monthsLeft).toInstant();
        if (facts.expiresAt() == null || facts.expiresAt().isBefore(needed)) {
            findings.add(finding("cvm-expires-too-soon", "A-13", pointer, "云服务器剩余有效期不足 " + limits.monthsLeft + " 个月",
                "The server ends in less than " + limits.monthsLeft + " month(s)", "请先续费", "Renew it first"));
        }
    }

    /** The server's core enters the bundle and its version. */
    private static Finding finding(String id, String row, String pointer, String zh, String en, String mendZh, String mendEn) {
        return new Finding(id, Severity.BLOCK, pointer + "/resourceId", new LocalizedText(zh, en),
            new LocalizedText(mendZh, mendEn), new RuleSource(row + "; " + GUIDE, DATE, null), null, null);
    }
}
