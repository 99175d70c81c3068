using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>Where a delivery stands. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WebhookDeliveryStatus>))]
public enum WebhookDeliveryStatus
{
    /// <summary>To be sent, now or again later.</summary>
    Pending,

    /// <summary>The receiver answered with a 2xx.</summary>
    Delivered,

    /// <summary>Given up; its owner can have it sent again.</summary>
    Dead,
}
