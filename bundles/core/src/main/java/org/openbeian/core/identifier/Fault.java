package org.openbeian.core.identifier;

/** Which part of an identifier is wrong. */
public enum Fault {
    /** Too short or too long. */
    LENGTH("位数不对", "wrong length"),
    /** A character that it must not have. */
    ALPHABET("含有不允许的字符", "character not allowed"),
    /** The place it names does not exist. */
    AREA("地区代码不存在", "no such area"),
    /** The date it holds does not exist or lies in the future. */
    DATE("日期不存在或晚于今天", "date does not exist or lies in the future"),
    /** A serial that is never issued. */
    SEQUENCE("顺序码无效", "serial is never issued"),
    /** The check character does not fit the rest. */
    CHECK_CHARACTER("校验码不符", "check character does not fit"),
    /** A beginning that is not in use. */
    HEAD("号段无效", "beginning is not in use"),
    /** Not of the form that is asked for. */
    FORM("格式不对", "wrong form"),
    /** A stand-in that belongs to nobody. */
    PLACEHOLDER("疑似虚构号码", "made up"),
    /** No approved or known suffix. */
    SUFFIX("没有有效的域名后缀", "no suffix that can be registered under"),
    /** Reserved, private or otherwise not public. */
    RESERVED("不是公网地址", "not a public address");

    private final String chinese;
    private final String english;

    Fault(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** Says it in Chinese. */
    public String chinese() {
        return chinese;
    }

    /** Says it in English. */
    public String english() {
        return english;
    }
}
