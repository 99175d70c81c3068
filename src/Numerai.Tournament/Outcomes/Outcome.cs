using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Numerai.Tournament.Outcomes;

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

    [JsonIgnore]
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Accepted => Refusal is null;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);

    /// <summary>The value, for callers to whom a refusal would be a bug.</summary>
    public T Require() => Accepted ? Value : throw new InvalidOperationException($"{Refusal.Code}: {Refusal.Message}");
}
