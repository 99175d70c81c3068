using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Tests;

/// <summary>
/// A row is read whole, kept in memory and written whole by every command, so no list in it may grow with time. Each list that is stored
/// of an actor has a line in RowBounds.txt that says how long it gets and why that is enough.
/// </summary>
public sealed partial class RowBoundsTests
{
    private static readonly JsonSerializerOptions _json = new(StoredJson.Options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    private static readonly ILookup<string, string> _bounds =
        Lines().ToLookup(line => line.Split(' ')[0], line => line, StringComparer.Ordinal);

    [Fact]
    public void Every_list_that_is_stored_of_an_actor_has_a_bound_with_a_reason()
    {
        var lists = Lists();

        Assert.True(lists.Count > 40, $"Only {lists.Count} lists were found.");
        Assert.Empty(lists.Where(list => !_bounds.Contains(list)).Select(list => $"say in RowBounds.txt how long it gets: {list}"));
        Assert.Empty(_bounds.Select(bound => bound.Key).Where(list => !lists.Contains(list)).Select(list => $"no such list: {list}"));
        Assert.All(_bounds, bound => Assert.Single(bound));
    }

    [Fact]
    public void Every_bound_says_how_many_and_why() => Assert.All(Lines(), line =>
    {
        var parts = line.Split(": ", 2);
        Assert.Equal(2, parts.Length);
        Assert.Equal(2, parts[0].Split(' ', 2, StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.InRange(parts[1].Split(' ').Length, 4, 60);
    });

    [Fact]
    public void A_constant_that_a_bound_names_has_that_value()
    {
        var constants = new[] { typeof(Actor<>), typeof(Nmr) }.SelectMany(type => type.Assembly.GetTypes())
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field is { IsLiteral: true } && field.FieldType == typeof(int))
            .ToLookup(field => field.Name, field => (int)field.GetRawConstantValue()!);
        var named = Lines().SelectMany(line => NamedConstant().Matches(line)).ToList();

        Assert.True(named.Count > 15, $"Only {named.Count} constants are named.");
        Assert.All(named, match => Assert.Contains(
            int.Parse(match.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture), constants[match.Groups[2].Value]));
    }

    [Fact]
    public void A_list_in_a_list_is_found()
    {
        var lists = Lists();

        Assert.Contains("ParticipantState.holds", lists);
        Assert.Contains("PendingRelease.waitsFor", lists);
        Assert.Contains("Persisted.outbox", lists);
    }

    /// <summary>A number and, in brackets behind it, the constant that it is.</summary>
    [GeneratedRegex(@"([\d,]+)(?: [a-z][a-z ]*)? \((\w+)\)")]
    private static partial Regex NamedConstant();

    private static IEnumerable<string> Lines()
    {
        using var stream = typeof(RowBoundsTests).Assembly.GetManifestResourceStream("RowBounds.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
    }

    private static SortedSet<string> Lists()
    {
        var lists = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<Type> { typeof(TournamentEvent) };
        foreach (var state in States())
        {
            Add(typeof(Persisted<>).MakeGenericType(state), lists, seen);
        }

        return lists;
    }

    private static IEnumerable<Type> States() => typeof(Actor<>).Assembly.GetTypes()
        .Select(type => type.BaseType)
        .Where(type => type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(Actor<>))
        .Select(type => type!.GetGenericArguments()[0])
        .Where(type => !type.IsGenericParameter);

    private static void Add(Type type, SortedSet<string> lists, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (!seen.Add(type))
        {
            return;
        }

        var form = _json.GetTypeInfo(type);
        foreach (var derived in form.PolymorphismOptions?.DerivedTypes ?? [])
        {
            Add(derived.DerivedType, lists, seen);
        }

        foreach (var part in new[] { form.ElementType, form.KeyType }.OfType<Type>())
        {
            Add(part, lists, seen);
        }

        foreach (var member in form.Properties.Where(_ => form.Kind == JsonTypeInfoKind.Object))
        {
            if (member.PropertyType == typeof(byte[])
                || _json.GetTypeInfo(member.PropertyType).Kind is JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary)
            {
                lists.Add($"{type.Name.Split('`')[0]}.{member.Name}");
            }

            Add(member.PropertyType, lists, seen);
        }
    }
}
