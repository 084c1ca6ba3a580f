package org.openbeian.channel.sms.tencent;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Configuration of the account at the provider. Without one, messages go over another channel for SMS or wait. */
@ObjectClassDefinition(name = "OpenBeian SMS by Tencent Cloud",
    description = "The account at the SMS service of Tencent Cloud. A bad value is refused and named in the log; the old configuration"
        + " stays.")
@interface TencentConfig {

    /** Address of the service. */
    @AttributeDefinition(name = "Address", description = "Address of the service")
    String address() default "https://sms.tencentcloudapi.com/";

    /** Region of the service. */
    @AttributeDefinition(name = "Region", description = "Region of the service, such as ap-guangzhou")
    String region() default "ap-guangzhou";

    /** SdkAppId of the application. */
    @AttributeDefinition(name = "Application", description = "SdkAppId of the SMS application, such as 1400006666")
    String application() default "";

    /** Id of the access key. */
    @AttributeDefinition(name = "Key id", description = "Id of the access key")
    String id() default "";

    /** Secret of the access key; the leading dot keeps it out of the service registry. */
    @AttributeDefinition(name = "Key secret", description = "Secret of the access key, as secret:NAME; NAME is set with beian:secret-set."
        + " In production nothing else is taken", type = AttributeType.PASSWORD)
    String _key();

    /** The signature of the messages. */
    @AttributeDefinition(name = "Signature", description = "The signature (签名) that the provider approved, without brackets")
    String sign() default "";

    /** The provider's templates. */
    @AttributeDefinition(name = "Templates", description = "The template that the provider approved for each message, as"
        + " MESSAGE=ID:VARIABLE,VARIABLE, separated by semicolons; the variables of a message are those of beian:message-list. Other"
        + " messages are not sent")
    String[] templates() default {};

    /** Language of the templates. */
    @AttributeDefinition(name = "Language", description = "Language of the variables in the templates, zh-CN or en", options = {
        @Option(label = "Chinese", value = "zh-CN"), @Option(label = "English", value = "en")})
    String language() default "zh-CN";

    /** End of the address at which receipts are taken. */
    @AttributeDefinition(name = "Receipt token", description = "Secret end of the address that the provider calls with receipts, as"
        + " secret:NAME; empty when it does not", type = AttributeType.PASSWORD, required = false)
    String _receipt_token() default "";
}
