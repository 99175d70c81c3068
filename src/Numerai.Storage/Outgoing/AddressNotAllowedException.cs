namespace Numerai.Storage.Outgoing;

/// <summary>A call would lead into the server's own machine or networks.</summary>
public sealed class AddressNotAllowedException(string host)
    : IOException($"{Code}: {host} is on no public network, and this server calls no other.")
{
    public const string Code = "address_not_allowed";
}
