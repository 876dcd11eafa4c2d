// Validates PDF files with veraPDF, all in one Java process: run by verapdf.py.
//
// In the language of Rhino, which comes in the same archive as veraPDF, so that a Java runtime is
// enough and nothing is compiled first.  Standard input: one "flavour<TAB>file" a line; argument:
// how many at a time.  Standard output: one JSON object a line, in the same order.

importPackage(java.io, java.util.concurrent);
var pdfa = Packages.org.verapdf.pdfa;

function failures(result) {
    var failed = {};
    for (var each = result.getTestAssertions().iterator(); each.hasNext();) {
        var assertion = each.next();
        var rule = assertion.getRuleId();
        var clause = rule.getClause() + "-" + rule.getTestNumber();
        if (String(assertion.getStatus().name()) === "FAILED" && !(clause in failed)) {
            failed[clause] = {
                count: Number(result.getFailedChecks().get(rule)),
                message: String(assertion.getMessage()).replace(/\s+/g, " "),
                where: String(assertion.getLocation().getContext())
            };
        }
    }
    return failed;
}

function validated(id, file) {
    var foundry = pdfa.Foundries.defaultInstance();
    var flavour = pdfa.flavours.PDFAFlavour.byFlavourId(id);
    var parser = foundry.createParser(new File(file), flavour);
    // one failure a clause is kept; nothing is kept of what passed
    var validator = foundry.createValidator(flavour, 1, false, true, false);
    try {
        var result = validator.validate(parser);
        return {compliant: Boolean(result.isCompliant()), failed: failures(result)};
    } finally {
        validator.close();
        parser.close();
    }
}

function answered(line) {
    var asked = String(line).split("\t");
    var answer;
    try {
        answer = validated(asked[0], asked[1]);
    } catch (problem) {  // such a file conforms to nothing
        answer = {compliant: false, failed: {unreadable: {count: 1, message: String(problem), where: ""}}};
    }
    answer.flavour = asked[0];
    answer.file = asked[1];
    return JSON.stringify(answer);
}

java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.OFF);
Packages.org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider.initialise();
var pool = Executors.newFixedThreadPool(Number(arguments[0]));
var lines = new BufferedReader(new InputStreamReader(java.lang.System["in"], "UTF-8"));
var answers = [];
for (var line = lines.readLine(); line !== null; line = lines.readLine()) {
    answers.push(pool.submit(new Callable({call: answered.bind(null, line)})));
}
var out = new PrintStream(java.lang.System.out, true, "UTF-8");
answers.forEach(function (answer) { out.println(answer.get()); });
pool.shutdown();
