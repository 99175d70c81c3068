using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Numerai.Contracts;

namespace Numerai.Tournament.Actors;

/// <summary>The answer to a command: a value, or a refusal. Faults (a dead disk, a bug) are exceptions instead.</summary>
public sealed record Outcome<T>
{
    [JsonConstructor]
    private Outcome(T? value, Refusal? refusal)
    {
        Value = value;
        Refusal = refusal;
    }

    /// <summary>
    /// Left out where it says nothing: a refusal's may be one that cannot be written, such as an array that is not there.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public T? Value { get; }

    public Refusal? Refusal { get; }

    /// <summary>
    /// How far the actors that answered are, such as "participant/0f8f...@57" (several are separated by commas): who reads tables made of
    /// their events waits for it, to see what was answered here. It says when and not what, so two answers that differ in nothing else
    /// are equal.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Position { get; init; }

    [JsonIgnore]
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Accepted => Refusal is null;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);

    /// <summary>The same answer, after something else was decided as well. A refusal decided nothing, and stays as it is.</summary>
    public Outcome<T> After(string? position) => !Accepted || position is null ? this
        : this with { Position = Position is { } own ? $"{own},{position}" : position };

    public bool Equals(Outcome<T>? other) =>
        other is not null && EqualityComparer<T?>.Default.Equals(Value, other.Value) && Equals(Refusal, other.Refusal);

    public override int GetHashCode() => HashCode.Combine(Value, Refusal);

    /// <summary>The value, for callers to whom a refusal would be a bug.</summary>
    public T Require() => Accepted ? Value : throw new InvalidOperationException($"{Refusal.Code}: {Refusal.Message}");
}
