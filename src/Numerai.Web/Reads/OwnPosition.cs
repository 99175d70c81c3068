using Numerai.Tournament.Actors;

namespace Numerai.Web.Reads;

/// <summary>How far the account is whose key the request has; noted where the key is checked, since the account itself does that.</summary>
internal sealed record OwnPosition(EventPosition Position);
