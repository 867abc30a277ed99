package dev.plimsoll.review;

import dev.plimsoll.cel.Activation;
import dev.plimsoll.cel.EvaluationException;
import dev.plimsoll.cel.UnknownException;
import dev.plimsoll.policy.Binding;
import dev.plimsoll.policy.BoundPolicy;
import dev.plimsoll.policy.Compiled;
import dev.plimsoll.policy.CompiledPolicy;
import dev.plimsoll.policy.FailurePolicy;
import dev.plimsoll.policy.Policy;
import dev.plimsoll.review.Batch.SpentException;
import dev.plimsoll.review.Outcome.Failed;
import dev.plimsoll.review.Outcome.Failed.Cause;
import dev.plimsoll.review.Outcome.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of a policy: under one binding, with one param. The order, the budgets and the texts are
 * those of kubernetes/apiserver policy/validating/validator.go.
 */
final class PolicyRun {
  private static final int MAX_MESSAGE_BYTES = 5 * 1024;
  private static final int MAX_ANNOTATION_BYTES = 10 * 1024;

  private final Policy policy;
  private final Binding binding;
  private final Params.Param param;
  private final CompiledPolicy compiled;
  private final Inputs inputs;
  private final long deadline;
  private final List<Outcome> outcomes = new ArrayList<>();

  PolicyRun(BoundPolicy policy, Binding binding, Params.Param param, Inputs inputs, long deadline) {
    this.policy = policy.policy();
    this.binding = binding;
    this.param = param;
    this.compiled = policy.compiled();
    this.inputs = inputs;
    this.deadline = deadline;
  }

  List<Outcome> outcomes() {
    try {
      if (matches()) {
        validate();
        annotate();
      }
      return outcomes;
    } catch (SpentException e) {
      return List.of(new Failed(whole(), e.text(), Cause.EXPRESSION));
    }
  }

  /** Adds this run's param and variables, none of which is evaluated yet. */
  private Activation activation(Activation general) {
    var value = param.value();
    return (value == null ? general : general.with("params", value))
        .withVariables(compiled.variables());
  }

  private Place whole() {
    return policy.validations().size() == 1
        ? place(0)
        : new Place(policy, binding, param.name(), 0, "");
  }

  private Place place(int index) {
    return new Place(
        policy, binding, param.name(), index, policy.validations().get(index).expression());
  }

  /** All conditions are evaluated; a false one decides, whatever went wrong with others. */
  private boolean matches() {
    if (compiled.matchConditions().isEmpty()) {
      return true;
    }
    try {
      return matches(conditions());
    } catch (SpentException e) {
      failToMatch(e.text());
      return false;
    }
  }

  private List<@Nullable Object> conditions() throws SpentException {
    var activation = activation(inputs.forMatchConditions());
    var batch = new Batch(activation, Batch.MATCH_CONDITIONS, deadline);
    var results = new ArrayList<@Nullable Object>();
    for (var condition : compiled.matchConditions()) {
      results.add(result(batch, condition));
    }
    return results;
  }

  private boolean matches(List<@Nullable Object> results) {
    int skipping = results.indexOf(false);
    if (skipping >= 0) {
      var name = policy.matchConditions().get(skipping).name();
      skip("its match condition '" + name + "' is false");
      return false;
    }
    var problems = new ArrayList<String>();
    for (var result : results) {
      if (result instanceof Unknown(var reason)) {
        outcomes.add(new Outcome.NotChecked(whole(), reason));
        return false;
      } else if (result instanceof Problem(var text)) {
        problems.add(text);
      }
    }
    if (!problems.isEmpty()) {
      failToMatch(aggregate(problems));
    }
    return problems.isEmpty();
  }

  private void failToMatch(String text) {
    if (policy.failurePolicy() == FailurePolicy.IGNORE) {
      skip(text);
    } else {
      outcomes.add(new Failed(whole(), text, Cause.EXPRESSION));
    }
  }

  private void skip(String reason) {
    for (int i = 0; i < policy.validations().size(); i++) {
      outcomes.add(new Outcome.Skipped(place(i), reason));
    }
  }

  /** Joins texts as kubernetes/apimachinery's aggregated errors do, each only once. */
  private static String aggregate(List<String> problems) {
    var distinct = problems.stream().distinct().toList();
    return distinct.size() == 1 ? distinct.getFirst() : "[" + String.join(", ", distinct) + "]";
  }

  private void validate() throws SpentException {
    int count = compiled.validations().size();
    var batch = new Batch(activation(inputs.forValidations()), Batch.VALIDATIONS, deadline);
    var results = new ArrayList<@Nullable Object>(count);
    for (int i = 0; i < count; i++) {
      results.add(result(batch, compiled.validations().get(i)));
    }
    var messages = new Messages(count);
    if (!messages.evaluate(batch.remaining())) {
      // the API server gives up on all that had not failed before, even on what passed
      var text = "failed messageExpression: " + new SpentException().text();
      results.replaceAll(result -> result instanceof Problem ? result : new Problem(text));
    }
    for (int i = 0; i < count; i++) {
      outcomes.add(outcome(i, results.get(i), batch, messages));
    }
  }

  /** Why an expression has no value. */
  private record Problem(String text) {}

  /** What an expression's value depends on, which nobody here knows. */
  private record Unknown(String reason) {}

  private static @Nullable Object result(Batch batch, Compiled compiled) throws SpentException {
    try {
      return batch.evaluate(compiled);
    } catch (EvaluationException e) {
      return new Problem(e.text());
    } catch (UnknownException e) {
      return new Unknown(e.text());
    }
  }

  private Outcome outcome(int i, @Nullable Object result, Batch batch, Messages messages) {
    var validation = policy.validations().get(i);
    var place = place(i);
    if (result instanceof Problem(var text)) {
      return new Failed(place, text, Cause.EXPRESSION);
    }
    if (result instanceof Unknown(var reason)) {
      return new Outcome.NotChecked(place, reason);
    }
    if (Boolean.TRUE.equals(result)) {
      return new Outcome.Passed(place);
    }
    var message = messages.text(i);
    if (message.isEmpty()) {
      message = GoText.trim(validation.message());
    }
    if (message.isEmpty()) {
      message = "failed expression: " + GoText.trim(validation.expression());
    }
    return new Outcome.Violated(
        place,
        message,
        validation.reason().isEmpty() ? "Invalid" : validation.reason(),
        () ->
            compiled.validations().get(i) instanceof Compiled.Ready(var expression)
                ? expression.explain(batch.activation())
                : List.of());
  }

  /** The values of messageExpressions: all are evaluated, whether their validation holds or not. */
  private final class Messages {
    private final @Nullable Object[] values;

    Messages(int count) {
      values = new Object[count];
    }

    /** Returns false if the budget left by the validations isn't enough. */
    boolean evaluate(long budget) {
      Batch batch = null;
      try {
        for (int i = 0; i < values.length; i++) {
          var expression = compiled.messages().get(i);
          if (expression.isPresent()) {
            if (batch == null) {
              batch = new Batch(activation(inputs.forMessages()), budget, deadline);
            }
            values[i] = result(batch, expression.get());
          }
        }
        return true;
      } catch (SpentException e) {
        return false;
      }
    }

    /** Returns a message, or nothing if it is blank, too long, of several lines or no text. */
    String text(int i) {
      if (!(values[i] instanceof String text)) {
        return "";
      }
      var message = GoText.trim(text);
      boolean usable = GoText.bytes(message) <= MAX_MESSAGE_BYTES && !message.contains("\n");
      return usable ? message : "";
    }
  }

  private void annotate() throws SpentException {
    if (compiled.auditAnnotations().isEmpty()) {
      return;
    }
    var activation = activation(inputs.forAuditAnnotations());
    var batch = new Batch(activation, Batch.VALIDATIONS, deadline);
    for (int i = 0; i < compiled.auditAnnotations().size(); i++) {
      var annotation = policy.auditAnnotations().get(i);
      int index = compiled.validations().size() + i;
      var place = new Place(policy, binding, param.name(), index, annotation.valueExpression());
      var value = result(batch, compiled.auditAnnotations().get(i));
      if (value instanceof Problem(var text)) {
        if (policy.failurePolicy() == FailurePolicy.FAIL) {
          outcomes.add(new Failed(place, text, Cause.AUDIT_ANNOTATION));
        }
      } else if (value instanceof Unknown(var reason)) {
        outcomes.add(new Outcome.NotChecked(place, reason));
      } else if (value instanceof String text && !GoText.trim(text).isEmpty()) {
        var cut = GoText.cut(GoText.trim(text), MAX_ANNOTATION_BYTES);
        outcomes.add(new Outcome.Annotated(place, annotation.key(), cut));
      }
    }
  }
}
