using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>Identifies one submission. The text form is a lower-case UUID; the default value identifies nothing.</summary>
[JsonConverter(typeof(UuidJsonConverter<SubmissionId>))]
public readonly record struct SubmissionId(Guid Value) : IUuid<SubmissionId>
{
    public static SubmissionId From(Guid value) => new(value);

    public int CompareTo(SubmissionId other) => string.CompareOrdinal(ToString(), other.ToString());

    public override string ToString() => Value.ToString("D");
}
