using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>Identifies one account. The text form is a lower-case UUID; the default value identifies nothing.</summary>
[JsonConverter(typeof(UuidJsonConverter<AccountId>))]
public readonly record struct AccountId(Guid Value) : IUuid<AccountId>
{
    public static AccountId From(Guid value) => new(value);

    public int CompareTo(AccountId other) => string.CompareOrdinal(ToString(), other.ToString());

    public override string ToString() => Value.ToString("D");
}
