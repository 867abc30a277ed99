package dev.plimsoll.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Turns the parse events of one part of a YAML text into documents, by the rules of
 * sigs.k8s.io/yaml, which kubectl reads files with: merge keys count where they stand, the last of
 * equal keys wins, keys become strings.
 */
final class YamlParse {

  /** No Kubernetes object is nested deeper; the API server itself stops at 10,000. */
  static final int DEEPEST = 1_000;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();

  private final Source source;
  private final int from;
  private final int to;
  private final CodePoints offsets;
  private final ParserImpl parser;

  private final List<Problem> problems = new ArrayList<>(0);
  private final Map<Anchor, Anchored> anchors = new HashMap<>(0);
  private final ArrayDeque<MapNode.Builder> freeMaps = new ArrayDeque<>();
  private final ArrayDeque<ListNode.Builder> freeLists = new ArrayDeque<>();
  private int[] scalars = new int[128];
  private int scalarCount;
  private int lastEnd;
  private int depth;
  private int nodes;
  private int aliasNodes;

  /** What an anchor names, once its node is complete; {@code nodes} counts it expanded. */
  private record Anchored(@Nullable Object value, int nodes) {
    static final Anchored INCOMPLETE = new Anchored(null, 0);
  }

  private YamlParse(Source source, int from, int to) {
    this.source = source;
    this.from = from;
    this.to = to;
    var part = source.text().substring(from, to);
    this.offsets = new CodePoints(part, from);
    this.parser = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, part));
  }

  /** Adds the documents that stand between two offsets of a text. */
  static void read(Source source, int from, int to, List<Document> documents) {
    YamlParse parse;
    try {
      parse = new YamlParse(source, from, to);
    } catch (YamlEngineException e) {
      documents.add(
          unreadable(source, from, to, YamlProblems.of(e, source, new CodePoints("", 0))));
      return;
    }
    parse.documents(documents);
  }

  private void documents(List<Document> documents) {
    int commented = from;
    try {
      parser.next();
      while (parser.checkEvent(Event.ID.DocumentStart)) {
        parser.next();
        anchors.clear();
        nodes = aliasNodes = 0;
        var first = parser.peekEvent();
        int start = start(first);
        var root = node(first.getEventId());
        parser.next();
        int end = Math.max(start, lastEnd);
        if (root != null || !problems.isEmpty()) {
          boolean last = !parser.checkEvent(Event.ID.DocumentStart);
          int until = last ? to : end;
          var comments = YamlComments.between(source, commented, until, scalars, scalarCount);
          documents.add(new Document(source, root, start, end, comments, problems));
          commented = until;
        }
        problems.clear();
      }
    } catch (YamlEngineException e) {
      documents.add(unreadable(source, from, to, YamlProblems.of(e, source, offsets)));
    } catch (UnreadableException e) {
      var span = source.span(e.start, YamlProblems.endOfLine(source.text(), e.start));
      var problem = new Problem(Problem.Kind.UNREADABLE, e.message, span);
      documents.add(unreadable(source, from, to, problem));
    }
  }

  private static Document unreadable(Source source, int from, int to, Problem problem) {
    int end = to;
    while (end > from && Character.isWhitespace(source.text().charAt(end - 1))) {
      end--;
    }
    return new Document(source, null, from, end, List.of(), List.of(problem));
  }

  private @Nullable Object node(Event.ID id) {
    nodes++;
    return switch (id) {
      case Scalar -> scalar((ScalarEvent) parser.next());
      case MappingStart -> mapping((CollectionStartEvent) parser.next());
      case SequenceStart -> sequence((CollectionStartEvent) parser.next());
      case Alias -> alias((AliasEvent) parser.next()).value();
      case Comment, DocumentEnd, DocumentStart, MappingEnd, SequenceEnd, StreamEnd, StreamStart ->
          throw new IllegalStateException("a node cannot start with " + id);
    };
  }

  private @Nullable Object scalar(ScalarEvent event) {
    remember(event);
    var value = YamlScalars.resolve(event, valueStart);
    if (value instanceof String text && endsUnbroken(event)) {
      value = text.substring(0, text.length() - 1);
    }
    anchor(event.getAnchor(), value, 1);
    return value;
  }

  /** Tells whether a block text ends with the file, without a break; snakeyaml adds one. */
  private boolean endsUnbroken(ScalarEvent event) {
    return (event.isLiteral() || event.isFolded())
        && lastEnd == source.text().length()
        && event.getValue().endsWith("\n");
  }

  private int valueStart;

  /** Notes where a scalar's value stands: without its anchor and tag, without trailing breaks. */
  private void remember(ScalarEvent event) {
    int start = start(event);
    int end = end(event);
    if (event.getAnchor().isPresent() || event.getTag().isPresent()) {
      start = afterProperties(start, end);
    }
    if (!event.isPlain()) {
      while (end > start && Character.isWhitespace(source.text().charAt(end - 1))) {
        end--;
      }
    }
    if (scalarCount == scalars.length) {
      scalars = Arrays.copyOf(scalars, scalarCount * 2);
    }
    scalars[scalarCount++] = start;
    scalars[scalarCount++] = end;
    valueStart = start;
    lastEnd = end;
  }

  private int afterProperties(int start, int end) {
    String text = source.text();
    int i = start;
    while (i < end && (text.charAt(i) == '&' || text.charAt(i) == '!')) {
      while (i < end && !Character.isWhitespace(text.charAt(i))) {
        i++;
      }
      while (i < end && Character.isWhitespace(text.charAt(i))) {
        i++;
      }
    }
    return i;
  }

  private Anchored alias(AliasEvent event) {
    int start = start(event);
    lastEnd = end(event);
    valueStart = start;
    var anchored = anchors.get(event.getAlias());
    if (anchored == null) {
      throw new UnreadableException(
          start,
          "the alias \"*%s\" has no anchor: no \"&%s\" stands above it in this document"
              .formatted(event.getAlias(), event.getAlias()));
    }
    if (anchored == Anchored.INCOMPLETE) {
      throw new UnreadableException(
          start,
          "the alias \"*%s\" stands inside what it names, so it would never end"
              .formatted(event.getAlias()));
    }
    nodes = Math.addExact(nodes, anchored.nodes);
    aliasNodes = Math.addExact(aliasNodes, anchored.nodes);
    if (excessive()) {
      throw new UnreadableException(
          start,
          "aliases make this document too large: expanded, nearly all of it would be copies;"
              + " write the values out or use fewer aliases");
    }
    return anchored;
  }

  /** The API server's YAML decoder's own bound (go.yaml.in/yaml/v2, decode.go). */
  private boolean excessive() {
    if (aliasNodes <= 100 || nodes <= 1_000) {
      return false;
    }
    double allowed =
        nodes <= 400_000
            ? 0.99
            : nodes >= 4_000_000 ? 0.10 : 0.99 - 0.89 * ((nodes - 400_000) / 3_600_000.0);
    return (double) aliasNodes / nodes > allowed;
  }

  private ListNode sequence(CollectionStartEvent start) {
    enter(start);
    int before = nodes;
    var list = freeLists.isEmpty() ? new ListNode.Builder() : freeLists.removeLast();
    while (!parser.checkEvent(Event.ID.SequenceEnd)) {
      var event = parser.peekEvent();
      int itemStart = start(event);
      var item = node(event.getEventId());
      boolean scalar = event.getEventId() == Event.ID.Scalar;
      list.add(item, scalar ? valueStart : itemStart, Math.max(itemStart, lastEnd));
    }
    leave(start);
    var value = list.build();
    freeLists.addLast(list);
    anchor(start.getAnchor(), value, nodes - before + 1);
    return value;
  }

  private MapNode mapping(CollectionStartEvent start) {
    enter(start);
    int before = nodes;
    var map = freeMaps.isEmpty() ? new MapNode.Builder() : freeMaps.removeLast();
    Map<String, Integer> own = null;
    while (!parser.checkEvent(Event.ID.MappingEnd)) {
      var keyEvent = parser.peekEvent();
      if (YamlScalars.isMerge(keyEvent)) {
        parser.next();
        own = own == null ? keys(map) : own;
        merge(map);
        continue;
      }
      var key = key(keyEvent);
      int keyStart = valueStart;
      int keyEnd = lastEnd;
      var event = parser.peekEvent();
      int start0 = start(event);
      var value = node(event.getEventId());
      boolean scalar = event.getEventId() == Event.ID.Scalar;
      int valueAt = scalar ? valueStart : start0;
      if (own != null) {
        var earlier = own.put(key, keyStart);
        if (earlier != null) {
          duplicate(key, keyStart, keyEnd, earlier);
        }
      } else if (map.contains(key)) {
        duplicate(key, keyStart, keyEnd, map.keyStart(key));
      }
      map.put(key, value, keyStart, keyEnd, valueAt, Math.max(valueAt, lastEnd));
    }
    leave(start);
    var value = map.build();
    freeMaps.addLast(map);
    anchor(start.getAnchor(), value, nodes - before + 1);
    return value;
  }

  /** Returns the keys so far, which merged ones are not to be taken for. */
  private static Map<String, Integer> keys(MapNode.Builder map) {
    var keys = new HashMap<String, Integer>();
    map.forEachKey(keys::put);
    return keys;
  }

  private String key(Event event) {
    if (event instanceof ScalarEvent scalar) {
      nodes++;
      parser.next();
      remember(scalar);
      var key = YamlScalars.key(scalar, valueStart);
      anchor(scalar.getAnchor(), key, 1);
      return key;
    }
    var key = node(event.getEventId());
    if (key instanceof MapNode || key instanceof ListNode) {
      throw new UnreadableException(
          start(event),
          "a mapping or list is used as a key; a template's {{ … }} as a bare value looks like"
              + " this too: put it in quotes");
    }
    return YamlScalars.keyText(key, valueStart);
  }

  private void duplicate(String key, int start, int end, int earlier) {
    var message =
        "the key \"%s\" stands twice in this mapping, first on line %d: only this last one counts"
            .formatted(key, source.lineOf(earlier));
    problems.add(new Problem(Problem.Kind.DUPLICATE_KEY, message, source.span(start, end)));
  }

  /** Copies the entries of what {@code <<} names; they keep the places they have there. */
  private void merge(MapNode.Builder map) {
    var event = parser.peekEvent();
    int start = start(event);
    if (event.getEventId() == Event.ID.SequenceStart) {
      var parts = sequenceOfMaps((CollectionStartEvent) parser.next());
      for (int i = parts.size() - 1; i >= 0; i--) {
        copy(parts.get(i), map);
      }
    } else {
      copy(mapToMerge(event, start), map);
    }
  }

  private List<MapNode> sequenceOfMaps(CollectionStartEvent sequence) {
    enter(sequence);
    var maps = new ArrayList<MapNode>();
    while (!parser.checkEvent(Event.ID.SequenceEnd)) {
      var event = parser.peekEvent();
      maps.add(mapToMerge(event, start(event)));
    }
    leave(sequence);
    return maps;
  }

  private MapNode mapToMerge(Event event, int start) {
    if (node(event.getEventId()) instanceof MapNode map) {
      return map;
    }
    throw new UnreadableException(
        start, "\"<<\" merges a mapping or a list of mappings, and this is neither");
  }

  private static void copy(MapNode from, MapNode.Builder to) {
    for (int i = 0; i < from.size(); i++) {
      to.put(
          from.keyAt(i),
          from.valueAt(i),
          from.keyStart(i),
          from.keyEnd(i),
          from.valueStart(i),
          from.valueEnd(i));
    }
  }

  private void enter(CollectionStartEvent event) {
    if (++depth > DEEPEST) {
      throw new UnreadableException(start(event), YamlProblems.tooDeep());
    }
    event.getAnchor().ifPresent(anchor -> anchors.put(anchor, Anchored.INCOMPLETE));
  }

  private void leave(CollectionStartEvent start) {
    depth--;
    var end = parser.next();
    if (start.isFlow()) {
      lastEnd = end(end);
    }
  }

  private void anchor(Optional<Anchor> name, @Nullable Object value, int size) {
    if (name.isPresent()) {
      anchors.put(name.get(), new Anchored(value, size));
    }
  }

  private int start(Event event) {
    return offset(event.getStartMark());
  }

  private int end(Event event) {
    return offset(event.getEndMark());
  }

  private int offset(Optional<Mark> mark) {
    return offsets.offset(mark.orElseThrow().getIndex());
  }
}
