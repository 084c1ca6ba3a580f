package org.openbeian.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openbeian.api.report.Report;
import org.openbeian.api.report.ReportKind;
import org.openbeian.api.report.Reports;
import org.openbeian.api.security.Actor;
import org.openbeian.core.json.ModelJson;

/** Sends a report. */
@Service
@Parsing(AnyOrder.class)
@Command(scope = "beian", name = "report-send", description = "Sends a report to an authority; beian:report-kinds shows the fields. The"
        + " answer to a case takes from what the authority said whatever is left out")
public class ReportSendCommand extends ChangeCommand {

    private static final long LARGEST = 20_000_000;

    @Reference(optional = true)
    Reports reports;

    @Option(name = "--case", description = "Case that it answers, as correction-list shows it")
    @Completion(CorrectionIdCompleter.class)
    String caseId;

    @Option(name = "--authority", description = "Id of the authority, such as 440000; with a case not needed")
    String authority;

    @Option(name = "--kind", description = "What is reported; with a case not needed")
    @Completion(ReportKindCompleter.class)
    String kind;

    @Option(name = "--file", description = "File on the server with the fields as a JSON object; personal data belongs there, not into"
            + " the line, which stays in the shell's history")
    String file;

    @Option(name = "--set", description = "A field at the top as name=value; may be repeated", multiValued = true)
    List<String> fields;

    @Override
    String plan(Actor actor) throws CommandException {
        Map<String, Object> content = content();
        if (caseId == null && (authority == null || kind == null)) {
            throw new CommandException("Name the case that it answers, or --authority and --kind.");
        }
        if (caseId != null) {
            need(reports, "Reports").draft(actor, caseId);
        }
        return "Will send " + (caseId == null ? kind() + " to authority " + authority : "the answer to case " + caseId) + " with "
                + content.size() + " fields given.";
    }

    @Override
    String change(Actor actor) throws CommandException {
        Report report = need(reports, "Reports").send(actor, authority, kind == null ? null : kind(), caseId, content());
        return "Done: report " + report.number() + " waits in the lane of authority " + report.authorityId() + ".";
    }

    private ReportKind kind() throws CommandException {
        return Input.oneOf(ReportKind.class, "--kind", kind);
    }

    private Map<String, Object> content() throws CommandException {
        Map<String, Object> content = new LinkedHashMap<>(file == null ? Map.of() : read());
        for (String field : fields == null ? List.<String>of() : fields) {
            int equals = field.indexOf('=');
            if (equals < 1) {
                throw new CommandException("--set takes name=value, such as --set Cljg=1.");
            }
            content.put(field.substring(0, equals), field.substring(equals + 1));
        }
        return content;
    }

    private Map<String, Object> read() throws CommandException {
        try {
            Path path = Path.of(file);
            if (Files.size(path) > LARGEST) {
                throw new CommandException("The file has more than " + LARGEST + " bytes.");
            }
            Map<String, Object> read = ModelJson.mapper().readValue(Files.readAllBytes(path), new TypeReference<Map<String, Object>>() { });
            if (read == null) {
                throw new CommandException("The file is no JSON object: it says null.");
            }
            return read;
        } catch (StreamConstraintsException e) {
            throw new CommandException("The file is nested too deeply, or a text in it is too long; a picture in Base64 may have 1000000"
                    + " characters.");
        } catch (JsonProcessingException e) {
            throw new CommandException("The file is no JSON object: line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + ".");
        } catch (IOException | InvalidPathException e) {
            throw new CommandException("The file cannot be read: " + e.getMessage());
        }
    }
}
