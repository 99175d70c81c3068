using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>
/// Identifies one griefing agreement, escrow or feed. The text form is a lower-case UUID; the default value identifies nothing.
/// </summary>
[JsonConverter(typeof(UuidJsonConverter<AgreementId>))]
public readonly record struct AgreementId(Guid Value) : IUuid<AgreementId>
{
    public static AgreementId From(Guid value) => new(value);

    public int CompareTo(AgreementId other) => string.CompareOrdinal(ToString(), other.ToString());

    public override string ToString() => Value.ToString("D");
}
