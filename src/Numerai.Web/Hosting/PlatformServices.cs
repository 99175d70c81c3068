using Numerai.Storage;
using Numerai.Tournament.Actors;

namespace Numerai.Web.Hosting;

/// <summary>What a web server serves: the actors of some host and the stores beside them.</summary>
public sealed record PlatformServices(IActors Actors, Stores Stores, IServerClock Clock, TimeProvider Time);
