package org.openbeian.authority.simulator;

import java.time.Clock;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openbeian.authority.simulator.control.Fault;
import org.openbeian.regulator.gateway.wire.EncodedFile;
import org.openbeian.regulator.gateway.wire.FileCodec;
import org.openbeian.regulator.gateway.wire.ReturnCode;
import org.openbeian.regulator.gateway.wire.ReturnMessage;
import org.openbeian.regulator.gateway.wire.WireException;
import org.openbeian.regulator.gateway.wire.WireSecurity;

/** What an authority answers to each of the six operations. Thread-safe. */
final class Calls {
    private static final int PASSWORD_DIGITS = 6;
    private static final Set<Fault> ANY = EnumSet.of(Fault.LOST_ANSWER, Fault.LOST_CALL, Fault.BUSY, Fault.MAINTENANCE, Fault.CLOSED,
        Fault.OTHER_ERROR, Fault.SLOW);
    private static final Set<Fault> UPLOAD = with(Fault.OUT_OF_SEQUENCE);
    private static final Set<Fault> DOWNLOAD = with(Fault.WRONG_HASH, Fault.LATE_RESULT, Fault.REORDERED_RESULT);
    private static final Set<Fault> ACKNOWLEDGE = with(Fault.DUPLICATE_RESULT);

    private final Clock clock;
    private final Credentials credentials;
    private final Inbox inbox;
    private final Ledger ledger;
    private final OutTray outTray;
    private final Faults faults;

    Calls(Clock clock, Credentials credentials, Inbox inbox, Ledger ledger, OutTray outTray, Faults faults) {
        this.clock = clock;
        this.credentials = credentials;
        this.inbox = inbox;
        this.ledger = ledger;
        this.outTray = outTray;
        this.faults = faults;
    }

    /** Thrown when the connection shall break instead of an answer. */
    static final class ConnectionLost extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private static Set<Fault> with(Fault... more) {
        Set<Fault> set = EnumSet.copyOf(ANY);
        set.addAll(List.of(more));
        return set;
    }

    /**
     * Answers a call.
     *
     * @param authorityId code of the authority from the address
     * @param operation name of the operation
     * @param values parameters by name
     */
    ReturnMessage answer(String authorityId, String operation, Map<String, String> values) throws ConnectionLost {
        Fault fault = faults.next(switch (operation) {
            case "isp_upload" -> UPLOAD;
            case "isp_download" -> DOWNLOAD;
            case "isp_downloadack" -> ACKNOWLEDGE;
            default -> ANY;
        });
        ReturnMessage refusal = before(fault, "isp_upload".equals(operation));
        if (refusal != null) {
            return refusal;
        }
        ReturnMessage message = authenticated(authorityId, operation, values, fault);
        if (fault == Fault.LOST_ANSWER) {
            throw new ConnectionLost();
        }
        return message;
    }

    private static ReturnMessage before(Fault fault, boolean upload) throws ConnectionLost {
        if (fault == null) {
            return null;
        }
        return switch (fault) {
            case LOST_CALL -> throw new ConnectionLost();
            case BUSY -> ReturnMessage.of(ReturnCode.TOO_MANY_FILES, "待处理文件过多，请稍后再传");
            case MAINTENANCE -> ReturnMessage.of(upload ? ReturnCode.UPLOAD_MAINTENANCE : ReturnCode.DOWNLOAD_MAINTENANCE, "系统维护中");
            case CLOSED -> ReturnMessage.of(ReturnCode.OUTSIDE_HOURS, "不在允许的上报时间内，允许时间为08:00-20:00");
            case OTHER_ERROR -> ReturnMessage.of(ReturnCode.OTHER, "其他错误");
            case SLOW -> slow();
            case LOST_ANSWER, WRONG_HASH, DUPLICATE_RESULT, OUT_OF_SEQUENCE, LATE_RESULT, REORDERED_RESULT -> null;
        };
    }

    private static ReturnMessage slow() {
        try {
            Thread.sleep(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private ReturnMessage authenticated(String authorityId, String operation, Map<String, String> values, Fault fault) {
        Province province = "000000".equals(authorityId) ? Province.MINISTRY : Province.ALL.get(authorityId);
        String given = values.getOrDefault("ispId", values.get("ispID"));
        if (province == null || given == null || !given.equals(Long.toString(province.ispId()))) {
            return ReturnMessage.of(ReturnCode.WRONG_PROVINCE, "该单位不属于本省");
        }
        String random = values.getOrDefault("randVal", "");
        if (random.length() < WireSecurity.RANDOM_LENGTH) {
            return ReturnMessage.of(ReturnCode.RANDOM_TOO_SHORT, "随机字符串长度小于20");
        }
        if (!credentials.userName().equals(values.get("userName"))) {
            return ReturnMessage.of(ReturnCode.USER_WRONG, "用户名错误");
        }
        if (!WireSecurity.passwordHash(credentials.password(), random).equals(values.get("pwdHash"))) {
            return ReturnMessage.of(ReturnCode.PASSWORD_WRONG, "密码错误");
        }
        try {
            return run(province, operation, values, fault);
        } catch (WireException e) {
            return ReturnMessage.of(e.code(), e.getMessage());
        } catch (NumberFormatException e) {
            return ReturnMessage.of(ReturnCode.OTHER, "参数不是数字");
        }
    }

    private ReturnMessage run(Province province, String operation, Map<String, String> values, Fault fault) throws WireException {
        return switch (operation) {
            case "isp_upload" -> fault == Fault.OUT_OF_SEQUENCE ? inbox.outOfSequence(province) : upload(province, values);
            case "isp_download" -> download(province, fault);
            case "isp_downloadack" -> acknowledge(province, values.get("fileName"), fault);
            case "isp_querypreviousupload" -> previous(province);
            case "isp_querybeianstatus" -> status(Integer.parseInt(values.getOrDefault("queryConditionType", "")),
                values.getOrDefault("queryCondition", ""));
            case "isp_verifybamm" -> verify(values.getOrDefault("baxh", ""), values.getOrDefault("bamm", ""));
            default -> ReturnMessage.of(ReturnCode.OTHER, "没有该方法");
        };
    }

    private ReturnMessage upload(Province province, Map<String, String> values) throws WireException {
        EncodedFile file = new EncodedFile(values.getOrDefault("beianInfo", ""), values.getOrDefault("beianInfoHash", ""),
            number(values, "encryptAlgorithm"), number(values, "hashAlgorithm"), number(values, "compressionFormat"));
        return inbox.take(province, Long.parseLong(values.getOrDefault("dataSequence", "")), credentials.codec().open(file), file.hash());
    }

    private static int number(Map<String, String> values, String name) {
        return Integer.parseInt(values.getOrDefault(name, ""));
    }

    private ReturnMessage download(Province province, Fault fault) throws WireException {
        OutTray.ResultFile file = fault == Fault.LATE_RESULT ? null
            : outTray.next(province.ispId(), clock.instant(), fault == Fault.REORDERED_RESULT);
        if (file == null) {
            return ReturnMessage.of(ReturnCode.NO_DATA, "没有待下载的数据");
        }
        EncodedFile encoded = credentials.codec().encode(file.document().getBytes(WireSecurity.GBK), file.name(), true);
        EncodedFile sent = fault == Fault.WRONG_HASH ? new EncodedFile(encoded.content(), WireSecurity.fileHash(new byte[0]),
            encoded.encryptAlgorithm(), encoded.hashAlgorithm(), encoded.compressionFormat()) : encoded;
        return ReturnMessage.withFile(file.more() ? ReturnCode.MORE_WAITING : ReturnCode.OK, file.more() ? "还有数据待下载" : "成功",
            new ReturnMessage.ReturnedFile(file.name(), null, sent));
    }

    private ReturnMessage acknowledge(Province province, String fileName, Fault fault) {
        if (fileName == null || fileName.isBlank()) {
            return ReturnMessage.of(ReturnCode.FILE_NAME_MISSING, "缺少文件名");
        }
        outTray.acknowledged(province.ispId(), fileName, fault == Fault.DUPLICATE_RESULT);
        return ReturnMessage.of(ReturnCode.OK, "成功");
    }

    private ReturnMessage previous(Province province) {
        Ledger.Account account = ledger.account(province.ispId());
        if (account.sequence() == 0) {
            EncodedFile none = new EncodedFile("", "", 0, 0, 0);
            return ReturnMessage.withFile(ReturnCode.OK, "没有上传记录", new ReturnMessage.ReturnedFile("", 0L, none));
        }
        EncodedFile file = credentials.codec().seal(inbox.previous(province, account.sequence()));
        return ReturnMessage.withFile(ReturnCode.OK, "成功",
            new ReturnMessage.ReturnedFile(FileCodec.UPLOAD_ENTRY, account.sequence(), file));
    }

    private ReturnMessage status(int type, String condition) {
        String name = type == 0 ? "domain:" + condition : "subject:" + type + ":" + condition;
        ReturnMessage.FilingStatus status = ledger.claim(name)
            .map(claim -> new ReturnMessage.FilingStatus(type, condition, claim.siteName(), claim.number(),
                claim.siteName() == null ? null : claim.number() + "-1", true))
            .orElseGet(() -> new ReturnMessage.FilingStatus(type, condition, null, null, null, false));
        return new ReturnMessage(ReturnCode.OK, "成功", List.of(), null, status, null);
    }

    /** The password of a filing that was granted here is the last six digits of the organizer's number. */
    private ReturnMessage verify(String number, String passwordMd5) {
        String digits = number.replaceAll("-\\d+$", "").replaceAll("\\D", "");
        boolean right = ledger.isGranted(number.replaceAll("-\\d+$", "")) && digits.length() >= PASSWORD_DIGITS
            && md5(digits.substring(digits.length() - PASSWORD_DIGITS)).equalsIgnoreCase(passwordMd5);
        return new ReturnMessage(ReturnCode.OK, "成功", List.of(), null, null, right);
    }

    private static String md5(String text) {
        return HexFormat.of().formatHex(Base64.getDecoder().decode(WireSecurity.fileHash(text.getBytes(WireSecurity.GBK))));
    }
}
