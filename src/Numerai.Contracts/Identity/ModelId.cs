using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>Identifies one model. The text form is a lower-case UUID; the default value identifies nothing.</summary>
[JsonConverter(typeof(UuidJsonConverter<ModelId>))]
public readonly record struct ModelId(Guid Value) : IUuid<ModelId>
{
    public static ModelId From(Guid value) => new(value);

    public int CompareTo(ModelId other) => string.CompareOrdinal(ToString(), other.ToString());

    public override string ToString() => Value.ToString("D");
}
