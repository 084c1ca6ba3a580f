package org.openbeian.regulator.gateway;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Describes one upload account to people who configure it. */
@ObjectClassDefinition(factoryPid = GatewayConfiguration.FACTORY_PID, name = "Upload account at an authority",
    description = "One account on the ministry's enterprise interface V3.0, as the administration of a province issued it.")
@interface GatewayConfiguration {
    /** Factory PID of the accounts. */
    String FACTORY_PID = "org.openbeian.regulator.gateway.authority";

    @AttributeDefinition(description = "Six-digit code of the authority's province, such as 440000")
    String authority();

    @AttributeDefinition(description = "Base address; /ISPWebService/upDownLoad and the like are added to it")
    String address();

    @AttributeDefinition(description = "Id of the provider at this authority, 12 digits beginning with the province")
    long isp_id();

    @AttributeDefinition(description = "Name of the account")
    String user_name();

    @AttributeDefinition(type = AttributeType.PASSWORD, description = "Password of the account, as secret:NAME; NAME is"
        + " set with beian:secret-set. In production nothing else is taken")
    String password();

    @AttributeDefinition(description = "Whether files are encrypted", options = {@Option("aes"), @Option("none")})
    String encryption() default "aes";

    @AttributeDefinition(type = AttributeType.PASSWORD, required = false, description = "AES key: 16, 24 or 32 characters,"
        + " as secret:NAME")
    String encryption_key();

    @AttributeDefinition(type = AttributeType.PASSWORD, required = false, description = "AES initialisation vector: 16"
        + " characters, as secret:NAME")
    String encryption_iv();

    @AttributeDefinition(required = false, description = "Beijing times between which calls are allowed, such as 08:00-20:00;"
        + " empty for always")
    String hours() default "";

    @AttributeDefinition(required = false, description = "Newest version of the interface that the authority takes: V.3.0 is the"
        + " ministry's; X.1.0 adds our extension with APPs and newer fields, which needs its agreement; empty for what the profile of its"
        + " province says, which is V.3.0 unless its rule file names another (interface)", options = {
            @Option(""), @Option("V.3.0"), @Option("X.1.0")})
    String interface_version() default "";

    @AttributeDefinition(required = false, description = "The authority's numbers where ours are our own, as ELEMENT.OURS=THEIRS"
        + " with commas, such as Fjyt.3=12, Zxly.1=5; beian:code-tables shows its tables once it published them")
    String numbers() default "";

    @AttributeDefinition(description = "Whether files of reports carry a name of their own, such as beianinfo17.xml, by which a result"
        + " that finds one against the schema (5001) fails the reports in it; without it each upload is beianinfo.xml and such a result is"
        + " only noted. Whether an authority takes another name and repeats it is unknown: ask it, for one that does not may refuse every"
        + " file of reports, and the lane then stands still")
    boolean report_file_names() default false;

    @AttributeDefinition(description = "Namespace of the operations; the ministry's is not public")
    String namespace() default "urn:openbeian:authority:isp";

    @AttributeDefinition(description = "Name of the first parameter", options = {@Option("ispId"), @Option("ispID")})
    String id_parameter() default "ispId";

    @AttributeDefinition(description = "Name of the first parameter of isp_querypreviousupload", options = {@Option("ispId"),
        @Option("ispID")})
    String id_parameter_queries() default "ispId";

    @AttributeDefinition(required = false, description = "Code (Fbdd) of the place of the servers, 1 to 64; by default that of the"
        + " authority's province")
    int server_location();

    @AttributeDefinition(description = "Code (Jrfs) of the way of access, 1 to 64; 5 is cloud access")
    int access_method() default 5;

    @AttributeDefinition(description = "Longest time to connect, milliseconds, at most 300000")
    int connect_timeout_millis() default 5000;

    @AttributeDefinition(description = "Longest time to wait for an answer, milliseconds, at most 300000")
    int receive_timeout_millis() default 60000;

    @AttributeDefinition(required = false, description = "Proxy by which the authority is reached, as host:port; empty for none")
    String proxy() default "";

    @AttributeDefinition(required = false, description = "PKCS12 file with our key and certificate, where the authority asks for them")
    String tls_keystore() default "";

    @AttributeDefinition(required = false, description = "PKCS12 file with the certificates that the authority's must come from;"
        + " empty for those of the platform")
    String tls_truststore() default "";

    @AttributeDefinition(type = AttributeType.PASSWORD, required = false, description = "Password of both files, as secret:NAME")
    String tls_password();
}
