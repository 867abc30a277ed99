package dev.plimsoll.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up expressions of policies: some true, some false, some broken, a few of great cost. */
final class RandomExpressions {
  private static final List<String> CONDITIONS =
      List.of(
          "true",
          "false",
          "object.spec.replicas <= 3",
          "object.spec.replicas > oldObject.spec.replicas",
          "has(object.spec) && object.spec.containers.all(c, !c.image.endsWith(':latest'))",
          "object.spec.containers.exists(c, has(c.resources) && c.resources.limits.cpu == '2')",
          "!object.spec.hostNetwork",
          "object != null || oldObject != null",
          "oldObject == null",
          "has(object.metadata.labels) && object.metadata.labels['app'] == 'web'",
          "object.?metadata.labels.app.orValue('none') != 'none'",
          "request.operation != 'DELETE'",
          "request.userInfo.username.startsWith('system:')",
          "'ops' in request.userInfo.groups",
          "has(request.subResource)",
          "request.name == 'web'",
          "request.namespace != 'kube-system'",
          "request.kind.kind == 'Pod' && request.resource.resource == 'pods'",
          "request.requestKind == request.kind",
          "!request.dryRun",
          "has(request.options) && request.options.kind == 'CreateOptions'",
          "dyn(request).uid == ''",
          "dyn(request).object == null",
          "request.userInfo.extra.scopes.size() == 2",
          "namespaceObject != null",
          "namespaceObject.metadata.name == request.namespace",
          "namespaceObject.metadata.labels['app'] == 'web'",
          "has(namespaceObject.metadata.labels) && 'tier' in namespaceObject.metadata.labels",
          "namespaceObject.status.phase == 'Active'",
          "namespaceObject.metadata.UID != ''",
          "dyn(namespaceObject).metadata.uid.startsWith('0-')",
          "size(dyn(namespaceObject).spec) > 0",
          "authorizer.group('').resource('pods').check('get').allowed()",
          "authorizer.requestResource.check('delete').reason() == 'because'",
          "authorizer.group('').resource('secrets').check('list').errored()",
          "authorizer.path('/healthz').check('get').allowed()",
          "quantity(object.spec.containers[0].resources.limits.cpu).isLessThan(quantity('1'))",
          "object.spec.containers[0].image.matches('^[a-z./]+:[0-9.]+$')",
          "object.spec.ratio < 1.5",
          "1 / object.spec.replicas > 0",
          "int(object.metadata.name) > 0",
          "object.spec.missing.deeper",
          "object.spec.replicas",
          "undeclared == 1",
          "'a' == 1",
          "request.unknownField == ''",
          "size(object.spec.containers.map(c, c.name)) < 3",
          "object.metadata.name in ['web', 'db']");

  private static final List<String> PARAM_CONDITIONS =
      List.of(
          "params == null",
          "params != null && params.data.name == 'web'",
          "object.spec.replicas <= int(params.data.max)",
          "params.metadata.name != ''",
          "params.kind == 'ConfigMap' && params.apiVersion == 'v1'",
          "has(params.metadata.labels)");

  private static final List<String> TEXTS =
      List.of(
          "'fixed text'",
          "'  padded  '",
          "''",
          "' '",
          "'two\\nlines'",
          "'name is ' + object.metadata.name",
          "object.metadata.labels.app",
          "string(object.spec.replicas)",
          "request.operation + ' by ' + request.userInfo.username",
          "object.spec.containers.map(c, c.name).join(', ')",
          "'ns ' + namespaceObject.metadata.name",
          "dyn(namespaceObject).metadata.annotations.owner",
          "null",
          "object.spec.missing",
          "1 + 1",
          "authorizer.path('/x').check('get').allowed() ? 'yes' : 'no'",
          "'%s has %d'.format([object.metadata.name, size(object.spec.containers)])",
          "['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(x, x + x + x + x + x + x + x + x).map(x, x"
              + " + x + x + x + x + x + x + x).map(x, x + x + x + x + x + x + x + x).join('-') +"
              + " 'ü'",
          "string(object.spec.ratio) + 'x'");

  private static final List<String> PARAM_TEXTS =
      List.of("'max ' + params.data.max", "params.metadata.name", "string(params.data)");

  private final Random random;
  private int variables;

  RandomExpressions(Random random) {
    this.random = random;
  }

  /** Says how many variables, named v0, v1 ..., the next expressions may use. */
  void declare(int count) {
    variables = count;
  }

  String any(boolean params) {
    return random.nextInt(3) == 0
        ? text(params)
        : random.nextInt(6) == 0 ? data() : condition(params);
  }

  String condition(boolean params) {
    int which = random.nextInt(100);
    if (variables > 0 && which < 35) {
      return onVariable();
    }
    if (which < 41) {
      return joined(params) + one(" && ", " || ") + joined(params);
    }
    if (which == 41) {
      return one("nonsense(", "object.spec.", "1 +");
    }
    if (which == 42) {
      return costly();
    }
    if (which < 46) {
      return "  " + condition(params) + "\n";
    }
    return params && which < 70 || which == 99 ? one(PARAM_CONDITIONS) : one(CONDITIONS);
  }

  /**
   * Returns an operand of a logical operator: the error of one that isn't bool is not our matter.
   */
  private String joined(boolean params) {
    return one(
        one(CONDITIONS),
        params ? one(PARAM_CONDITIONS) : one(CONDITIONS),
        "!" + "dyn(" + variableOrTrue() + ")");
  }

  private String variableOrTrue() {
    return variables > 0 ? variable() : "true";
  }

  String text(boolean params) {
    int which = random.nextInt(100);
    if (variables > 0 && which < 30) {
      return one("string(%s)", "'v: ' + string(%s)", "%s", "%s + ''").formatted(variable());
    }
    if (which < 32) {
      return "string(" + costly() + ")";
    }
    return params && which < 60 || which == 99 ? one(PARAM_TEXTS) : one(TEXTS);
  }

  private String onVariable() {
    return one(
            "%s",
            "!%s",
            "%s == true",
            "%s != 'x'",
            "dyn(%s) == 3",
            "has(variables.v0) && %s == %s",
            "size(%s) > 1",
            "dyn(%s) || true",
            "false && dyn(%s)",
            "[%s].all(x, x == %s)")
        .replace("%s", variable());
  }

  /** Names a variable that exists, or now and then one that doesn't, or not yet. */
  private String variable() {
    return "variables.v" + random.nextInt(random.nextInt(10) == 0 ? 4 : variables);
  }

  private String data() {
    return one(
        "object.spec.containers",
        "object.metadata.?labels",
        "[1, 2, 3]",
        "{'a': object.spec}",
        "object.spec.replicas",
        "quantity('1')",
        "namespaceObject",
        "request.userInfo");
  }

  /** Costs some hundred thousand, or more than one expression may. */
  private String costly() {
    var numbers = new ArrayList<String>();
    for (int i = 0; i < 40; i++) {
      numbers.add(String.valueOf(i));
    }
    var list = "[" + String.join(",", numbers) + "]";
    return one(
            "%s.all(a, %s.all(b, %s.all(c, a + b + c < 1000)))",
            "%s.all(a, %s.all(b, a + b < 1000))",
            "%s.exists(a, %s.exists(b, %s.exists(c, a + b + c > 1000)))")
        .replace("%s", list);
  }

  private String one(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String one(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
