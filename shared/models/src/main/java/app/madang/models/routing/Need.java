package app.madang.models.routing;

import app.madang.contracts.Clearance;
import app.madang.models.ModelMessage.FromPerson;
import app.madang.models.ModelMessage.Image;
import app.madang.models.ModelRequest;
import app.madang.models.ModelRequest.Format;
import app.madang.models.catalogue.CatalogModel;
import app.madang.models.catalogue.Modality;
import app.madang.models.catalogue.Provider;

/**
 * What a call asks of a model.
 *
 * @param data who may see what is sent
 * @param images whether there are pictures
 * @param tools whether tools may be called
 * @param schema whether the answer follows a schema
 */
record Need(Clearance data, boolean images, boolean tools, boolean schema) {

  static Need of(ModelRequest request, Clearance data) {
    boolean images =
        request.messages().stream()
            .anyMatch(
                message ->
                    message instanceof FromPerson person
                        && person.parts().stream().anyMatch(Image.class::isInstance));
    return new Need(
        data, images, !request.tools().isEmpty(), request.format().kind() == Format.Kind.SCHEMA);
  }

  boolean allows(Provider provider) {
    return provider.clearance().allows(data);
  }

  boolean metBy(CatalogModel model) {
    return (!images || model.reads().contains(Modality.IMAGE))
        && (!tools || model.tools())
        && (!schema || model.jsonSchema());
  }
}
