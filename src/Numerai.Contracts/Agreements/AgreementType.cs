using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>How a griefing agreement ends. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgreementType>))]
public enum AgreementType
{
    /// <summary>When the counterparty has released the whole stake.</summary>
    Simple,

    /// <summary>Also when the staker has let a countdown run out; what is left is then the staker's.</summary>
    Countdown,
}
